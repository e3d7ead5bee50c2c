using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart;

/// <summary>The kickstart language of one installer.</summary>
/// <remarks>
/// CentOS, AlmaLinux, Rocky Linux and Oracle Linux read the language of the RHEL they are made from.
/// </remarks>
public sealed record KickstartVersion
{
    internal const int FirstFedora = 33;
    internal const int LastFedora = 45;

    private KickstartVersion(string name, bool isRhel, int number, int order) =>
        (Name, IsRhel, Number, Order) = (name, isRhel, number, order);

    /// <summary>Every version known, the oldest first.</summary>
    public static IReadOnlyList<KickstartVersion> All { get; } = Make();

    /// <summary>The newest version of Fedora's, to which every other leads.</summary>
    public static KickstartVersion Newest => All[^1];

    /// <summary>Its name: <c>RHEL6</c>, <c>F41</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is one of RHEL and what is made from it.</summary>
    public bool IsRhel { get; }

    /// <summary>The major number of the release.</summary>
    public int Number { get; }

    /// <summary>Its place among all: ten times the release of Fedora it came from, and 1 for RHEL.</summary>
    internal int Order { get; }

    /// <summary>The version of a name: <c>RHEL9</c>, <c>centos-stream9</c>, <c>Fedora 41</c>, <c>f41</c>.</summary>
    /// <exception cref="OptionException">There is none.</exception>
    public static KickstartVersion Parse(string name) => Find(name) ?? throw new OptionException(
        $"Unknown version of kickstart '{name}'; known are {string.Join(", ", All.Select(version => version.Name))}");

    /// <summary>The same; null where there is none.</summary>
    public static KickstartVersion? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter));
        var digits = string.Concat(
            name.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit));
        bool? isRhel = letters switch
        {
            "rhel" or "redhatenterpriselinux" or "centos" or "centosstream" or "almalinux" or "rocky" or "rockylinux"
                or "ol" or "oraclelinux" or "el" => true,
            "f" or "fedora" or "fc" => false,
            _ => null,
        };
        return All.FirstOrDefault(
            version => version.IsRhel == isRhel && version.Number.ToString("d", null) == digits);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static List<KickstartVersion> Make()
    {
        // Behind each RHEL the release of Fedora that it was made from.
        List<KickstartVersion> all =
        [
            new("RHEL6", true, 6, 131), new("RHEL7", true, 7, 211), new("RHEL8", true, 8, 281),
            new("RHEL9", true, 9, 341), new("RHEL10", true, 10, 401),
        ];
        for (var number = FirstFedora; number <= LastFedora; number++)
            all.Add(new KickstartVersion($"F{number}", false, number, number * 10));
        return [.. all.OrderBy(version => version.Order)];
    }
}
