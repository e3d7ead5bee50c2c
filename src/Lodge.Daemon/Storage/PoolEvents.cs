using Lodge.Daemon.Events;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Storage;

/// <summary>A pool was defined, started, stopped and the like.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Happened">What happened.</param>
internal sealed record PoolLifecycleEvent(RemoteStoragePool Pool, VirStoragePoolEventLifecycleType Happened)
    : IObjectEvent<VirUuid>
{
    /// <inheritdoc/>
    public int Kind => (int)VirStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE;

    /// <inheritdoc/>
    public VirUuid Object => Pool.Uuid;

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_LIFECYCLE,
        new StoragePoolEventLifecycleMsg { CallbackID = callback, Pool = Pool, Event = (int)Happened, Detail = 0 });
}

/// <summary>A pool was looked at again.</summary>
/// <param name="Pool">The pool.</param>
internal sealed record PoolRefreshEvent(RemoteStoragePool Pool) : IObjectEvent<VirUuid>
{
    /// <inheritdoc/>
    public int Kind => (int)VirStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_REFRESH;

    /// <inheritdoc/>
    public VirUuid Object => Pool.Uuid;

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_REFRESH,
        new StoragePoolEventRefreshMsg { CallbackID = callback, Pool = Pool });
}
