using Lodge.Model.Snapshots;
using static Lodge.Protocol.Constants.VirDomainSnapshotListFlags;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Which snapshots a client wants to see.</summary>
/// <remarks>Source: libvirt's <c>virDomainSnapshotListFlags</c>.</remarks>
internal static class SnapshotFilter
{
    /// <summary>All flags that filter.</summary>
    public const uint Known = Roots | Descendants | (uint)(VIR_DOMAIN_SNAPSHOT_LIST_METADATA
        | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL | Leaves | States | Places);

    private const uint Roots = (uint)VIR_DOMAIN_SNAPSHOT_LIST_ROOTS;
    private const uint Descendants = (uint)VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS;
    private const Protocol.Constants.VirDomainSnapshotListFlags Leaves =
        VIR_DOMAIN_SNAPSHOT_LIST_LEAVES | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES;

    private const Protocol.Constants.VirDomainSnapshotListFlags States = VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE
        | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY;

    private const Protocol.Constants.VirDomainSnapshotListFlags Places =
        VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL;

    /// <summary>The snapshots after one (or of the whole domain) that the flags ask for.</summary>
    /// <param name="tree">All snapshots.</param>
    /// <param name="after">After which; null for the whole domain.</param>
    /// <param name="flags">Which.</param>
    public static List<SnapshotDefinition> Choose(SnapshotTree tree, string? after, uint flags)
    {
        // The same bit is "roots" for a domain and "descendants" for a snapshot.
        var isDeep = (after is null) == ((flags & Roots) == 0);
        var all = isDeep ? tree.DescendantsOf(after) : tree.ChildrenOf(after);
        var wanted = (Protocol.Constants.VirDomainSnapshotListFlags)flags;
        var hasMetadata = !wanted.HasFlag(VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA)
            || wanted.HasFlag(VIR_DOMAIN_SNAPSHOT_LIST_METADATA);
        return !hasMetadata ? [] : all.Where(one =>
            Fits(wanted & Leaves, tree.ChildrenOf(one.Name).Any()
                ? VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES
                : VIR_DOMAIN_SNAPSHOT_LIST_LEAVES)
            && Fits(wanted & States, StateOf(one))
            && Fits(wanted & Places, one.IsExternal
                ? VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL
                : VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL)).ToList();
    }

    private static bool Fits(
        Protocol.Constants.VirDomainSnapshotListFlags asked, Protocol.Constants.VirDomainSnapshotListFlags has) =>
        asked == 0 || (asked & has) != 0;

    private static Protocol.Constants.VirDomainSnapshotListFlags StateOf(SnapshotDefinition one) => one.State switch
    {
        "shutoff" => VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE,
        SnapshotDefinition.DiskSnapshotState => VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY,
        _ => VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE,
    };
}
