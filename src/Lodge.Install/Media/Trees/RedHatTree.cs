using Lodge.Install.Os;

namespace Lodge.Install.Media.Trees;

/// <summary>Red Hat Enterprise Linux, and what is built from it.</summary>
/// <param name="distro">The distribution, and what its short names begin with.</param>
/// <param name="families">Words of the family that its trees name.</param>
internal sealed class RedHatTree(string distro, params string[] families) : ITreeKind
{
    public static RedHatTree Rhel { get; } = new("rhel", "Red Hat Enterprise Linux", "RHEL");

    public static RedHatTree CentOs { get; } = new("centos", "CentOS", "Scientific");

    public string Distro => distro;

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        if (await probe.TreeInfoAsync(cancellation) is not { Family: { } family } info
            || !families.Any(word => family.Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }

        return new FoundTree
        {
            Os = info.Version is { } version ? Find(probe.Database, version) : null,
            Kernels = await probe.TreeInfoKernelsAsync(cancellation),
        };
    }

    /// <summary>
    /// The version or, where it is newer than the database, the newest before it of the same major one; else the entry
    /// that stands for what is not known yet.
    /// </summary>
    private GuestOs? Find(OsDatabase database, string text)
    {
        var (version, update) = TreeVersion.Split(text);
        for (var at = update; at >= 0; at--)
        {
            if (database.FindByShortId($"{distro}{version}.{at}") is { } os) return os;
        }

        return database.FindByShortId($"{distro}{version}")
            ?? (distro == "centos" ? database.FindByShortId($"centos-stream{version}") : null)
            ?? database.FindByShortId($"{distro}{version}-unknown")
            ?? database.FindByShortId($"{distro}-unknown");
    }
}
