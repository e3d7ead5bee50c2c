namespace Lodge.Install.Media.Trees;

/// <summary>A tree that has a <c>.treeinfo</c>, whoever made it.</summary>
internal sealed class AnyTree : ITreeKind
{
    public string? Distro => null;

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation) =>
        await probe.TreeInfoAsync(cancellation) is null
            ? null
            : new FoundTree { Kernels = await probe.TreeInfoKernelsAsync(cancellation) };
}
