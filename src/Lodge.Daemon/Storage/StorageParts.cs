using Lodge.Daemon.Config;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Daemon.Secrets;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Storage;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;
using Lodge.Storage.Volumes.Local;

namespace Lodge.Daemon.Storage;

/// <summary>The storage driver of this daemon, with what it needs of the others.</summary>
internal sealed class StorageParts : IDisposable
{
    private readonly StoredPools _store;

    /// <summary>Puts the parts together; nothing is read yet.</summary>
    /// <param name="paths">Where everything is.</param>
    /// <param name="secrets">Has the passphrases.</param>
    public StorageParts(DaemonPaths paths, SecretDriver secrets)
    {
        var passphrases = new StorageSecrets(secrets);
        var reader = new ImageVolumeReader();
        _store = new StoredPools(paths.PoolConfigurations, paths.PoolStatus);
        Driver = new StorageDriver(_store, new StorageDriverOptions
        {
            DefaultPoolPath = paths.Images,
            Secrets = passphrases,
            VolumeReader = reader,
            FileVolumes = new LocalVolumes(reader, passphrases, paths.VolumeSecrets),
            FindGuest = path => Guests is { } guests ? GuestImages.FindUser(guests, path) : null,
            Report = Log.Error,
        });
        Driver.Happened += Tell;
    }

    /// <summary>The driver.</summary>
    public StorageDriver Driver { get; }

    /// <summary>The guests whose images must not be taken from them; null before there are any.</summary>
    public DomainRegistry? Guests { get; set; }

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
