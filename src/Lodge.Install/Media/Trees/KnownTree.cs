namespace Lodge.Install.Media.Trees;

/// <summary>Media and trees that the database knows by what they say of themselves.</summary>
internal sealed class KnownTree : ITreeKind
{
    public string? Distro => null;

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        if (probe.Medium is { } identity)
        {
            probe.MediumMatch = identity.VolumeId is null ? null : probe.Database.Identify(identity);
            return probe.MediumMatch?.Media is { Kernel: { } kernel, Initrd: { } initrd }
                ? new FoundTree { Kernels = [new KernelPaths(kernel, initrd)] }
                : null;
        }

        return await probe.TreeInfoAsync(cancellation) is { } info && probe.Database.Identify(info) is { } match
            ? new FoundTree
            {
                Os = match.Os,
                Tree = match.Tree,
                Kernels = await probe.TreeInfoKernelsAsync(cancellation),
            }
            : null;
    }
}
