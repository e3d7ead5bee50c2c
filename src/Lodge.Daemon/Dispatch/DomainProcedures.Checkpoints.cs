using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Checkpoints: no domain has any yet, and clients ask before they undefine one.</summary>
internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainListAllCheckpointsRet> DomainListAllCheckpointsAsync(
        ClientCall call, DomainListAllCheckpointsArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(new DomainListAllCheckpointsRet { Checkpoints = [], Ret = 0 });
    }
}
