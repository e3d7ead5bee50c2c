using Lodge.Daemon.Config;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Secrets;
using Lodge.Storage;
using Lodge.Storage.Pools;

namespace Lodge.Daemon.Storage;

/// <summary>The storage driver of this daemon, with what it needs of the others.</summary>
internal sealed class StorageParts : IDisposable
{
    private readonly StoredPools _store;

    /// <summary>Puts the parts together; nothing is read yet.</summary>
    /// <param name="paths">Where everything is.</param>
    /// <param name="secrets">Has the passphrases.</param>
    public StorageParts(DaemonPaths paths, ISecretStore secrets)
    {
        _store = new StoredPools(paths.PoolConfigurations, paths.PoolStatus);
        Driver = new StorageDriver(_store, new StorageDriverOptions
        {
            DefaultPoolPath = paths.Images,
            Secrets = new StorageSecrets(secrets),
            Report = Log.Error,
        });
        Driver.Happened += Tell;
    }

    /// <summary>The driver.</summary>
    public StorageDriver Driver { get; }

    /// <summary>Who is told what happens.</summary>
    public ObjectEventHub<VirUuid> Events { get; } = new(
        "storage pool", (int)VirStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_LAST);

    /// <summary>The pool as the wire names it.</summary>
    public static RemoteStoragePool Wire(StoragePool pool) => new() { Name = pool.Name, Uuid = pool.Uuid };

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    private void Tell(PoolEvent happened)
    {
        var pool = new RemoteStoragePool { Name = happened.Name, Uuid = happened.Uuid };
        Events.Emit(happened.Lifecycle is { } lifecycle
            ? new PoolLifecycleEvent(pool, lifecycle)
            : new PoolRefreshEvent(pool));
    }
}
