using Lodge.Install.Os;

namespace Lodge.Install.Media.Trees;

/// <summary>What was found out about a place.</summary>
internal sealed record FoundTree
{
    public GuestOs? Os { get; init; }

    public OsMedia? Media { get; init; }

    public OsTree? Tree { get; init; }

    public TreeInfo? TreeInfo { get; init; }

    public IReadOnlyList<KernelPaths> Kernels { get; init; } = [];
}
