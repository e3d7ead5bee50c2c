namespace Lodge.Install.Media.Trees;

/// <summary>Fedora.</summary>
internal sealed class FedoraTree : ITreeKind
{
    private const string Unknown = "fedora-unknown";

    public string Distro => "fedora";

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        if (await probe.TreeInfoAsync(cancellation) is not { Family: { } family } info
            || !family.Contains("Fedora", StringComparison.Ordinal))
        {
            return null;
        }

        var known = info.Version is null or "development" or "rawhide" or "Rawhide"
            ? null
            : probe.Database.FindByShortId($"fedora{info.Version}");
        return new FoundTree
        {
            Os = known ?? probe.Database.FindByShortId(Unknown),
            Kernels = await probe.TreeInfoKernelsAsync(cancellation),
        };
    }
}
