namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>Some of the versions of the kickstart language: <c>Rhel(7, 9) | Fedora(33)</c>.</summary>
internal readonly record struct VersionSet
{
    private const int FirstRhel = 6;
    private const int LastRhel = 10;
    private const int FirstFedora = KickstartVersion.FirstFedora;
    private const int LastFedora = KickstartVersion.LastFedora;

    private readonly uint _bits;

    private VersionSet(uint bits) => _bits = bits;

    /// <summary>Every version.</summary>
    public static VersionSet All => Rhel() | Fedora();

    /// <summary>Releases of RHEL, from one to another.</summary>
    public static VersionSet Rhel(int from = FirstRhel, int to = LastRhel) =>
        new(Bits(from - FirstRhel, to - FirstRhel));

    /// <summary>Releases of Fedora, from one to another.</summary>
    public static VersionSet Fedora(int from = FirstFedora, int to = LastFedora) =>
        new(Bits(from - FirstFedora + 8, to - FirstFedora + 8));

    /// <summary>Both.</summary>
    public static VersionSet operator |(VersionSet one, VersionSet other) => new(one._bits | other._bits);

    /// <summary>Whether a version is among them.</summary>
    public bool Has(KickstartVersion version)
    {
        var bit = version.IsRhel ? version.Number - FirstRhel : version.Number - FirstFedora + 8;
        return (_bits & (1U << bit)) != 0;
    }

    private static uint Bits(int from, int to) => (uint)((1UL << (to + 1)) - (1UL << from));
}
