using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Snapshots and checkpoints: no domain has any yet, and clients ask before they undefine one.</summary>
internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainHasCurrentSnapshotRet> DomainHasCurrentSnapshotAsync(
        ClientCall call, DomainHasCurrentSnapshotArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainHasCurrentSnapshotRet { Result = 0 });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotNumRet> DomainSnapshotNumAsync(ClientCall call, DomainSnapshotNumArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainSnapshotNumRet { Num = 0 });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotListNamesRet> DomainSnapshotListNamesAsync(
        ClientCall call, DomainSnapshotListNamesArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainSnapshotListNamesRet { Names = [] });
    }

    /// <inheritdoc/>
    public ValueTask<DomainListAllSnapshotsRet> DomainListAllSnapshotsAsync(
        ClientCall call, DomainListAllSnapshotsArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainListAllSnapshotsRet { Snapshots = [], Ret = 0 });
    }

    /// <inheritdoc/>
    public ValueTask<DomainListAllCheckpointsRet> DomainListAllCheckpointsAsync(
        ClientCall call, DomainListAllCheckpointsArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainListAllCheckpointsRet { Checkpoints = [], Ret = 0 });
    }
}
