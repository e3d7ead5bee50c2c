namespace Lodge.Install.Media.Trees;

/// <summary>Every kind of tree and medium that is known, in the order in which they are tried.</summary>
internal static class TreeKinds
{
    private static readonly ITreeKind[] All =
    [
        new KnownTree(),
        new FedoraTree(),
        RedHatTree.Rhel,
        RedHatTree.CentOs,
        SuseTree.Server,
        SuseTree.Desktop,
        SuseTree.OpenSuse,
        DebianTree.Debian,
        DebianTree.Ubuntu,
        new MageiaTree(),
        new AnyTree(),
    ];

    /// <summary>The kind of a named operating system comes first.</summary>
    public static async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        var named = probe.Options.Os?.Distro;
        foreach (var kind in All.OrderBy(kind => named is null || kind.Distro != named))
        {
            if (await kind.FindAsync(probe, cancellation) is not { } found) continue;
            // A medium that the database knows is what it says, whoever found its kernel.
            if (probe.MediumMatch is { } match) found = found with { Os = match.Os, Media = match.Media };
            return found with { TreeInfo = await probe.TreeInfoAsync(cancellation) };
        }

        return null;
    }
}
