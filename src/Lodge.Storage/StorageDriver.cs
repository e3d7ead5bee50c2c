using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

/// <summary>All storage pools and their volumes: what is known of them, and what changes them.</summary>
public sealed partial class StorageDriver
{
    private readonly IPoolStore _store;
    private readonly PoolBackends _backends;
    private readonly Action<string> _report;

    /// <summary>A driver that has nothing yet; <see cref="LoadAsync"/> reads what is stored.</summary>
    /// <param name="store">Where pools are remembered.</param>
    /// <param name="options">How it is set up.</param>
    public StorageDriver(IPoolStore store, StorageDriverOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _backends = new PoolBackends(options);
        _report = options.Report;
        Options = options;
    }

    /// <summary>Told of each thing that happens to a pool, in order.</summary>
    public event Action<PoolEvent>? Happened;

    /// <summary>All pools.</summary>
    public PoolRegistry Pools { get; } = new();

    /// <summary>How the driver is set up.</summary>
    public StorageDriverOptions Options { get; }

    /// <summary>What a pool's type does with the host.</summary>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR where the type is not there.</exception>
    public IPoolBackend Backend(StoragePoolType type) => _backends.Get(type);

    /// <summary>What storage this host can have (<c>&lt;storagepoolCapabilities&gt;</c>).</summary>
    public string Capabilities() => StoragePoolCapabilitiesXml.Format(_backends.Has);

    /// <summary>Looks for what pools of a type could stand on.</summary>
    /// <param name="type">The word of the type.</param>
    /// <param name="specification">A <c>&lt;source&gt;</c> that says where to look, or null.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>A <c>&lt;sources&gt;</c> document.</returns>
    /// <exception cref="VirException">There is no such type, or no such search.</exception>
    public ValueTask<string> FindSourcesAsync(string type, string? specification, CancellationToken cancellation) =>
        StoragePoolTypeNames.Table.TryParse(type, out var known)
            ? Backend(known).FindSourcesAsync(specification, cancellation)
            : throw StorageError.Internal($"unknown storage pool type {type}");

    private static void RefuseStarting(PoolSnapshot now)
    {
        if (now.IsStarting)
            throw StorageError.Operation($"storage pool '{now.Name}' is starting up");
    }

    private static void RefuseActive(PoolSnapshot now)
    {
        if (now.IsActive)
            throw StorageError.Operation($"storage pool '{now.Name}' is still active");
    }

    private static void RefuseInactive(PoolSnapshot now)
    {
        if (!now.IsActive)
            throw StorageError.Operation($"storage pool '{now.Name}' is not active");
    }

    private static void RefuseBusy(PoolSnapshot now)
    {
        if (now.LongWorks > 0)
            throw StorageError.Internal($"pool '{now.Name}' has asynchronous jobs running.");
    }

    private void Emit(StoragePool pool, VirStoragePoolEventLifecycleType lifecycle) =>
        Happened?.Invoke(new PoolEvent(pool.Name, pool.Uuid, lifecycle));

    private void EmitRefresh(StoragePool pool) => Happened?.Invoke(new PoolEvent(pool.Name, pool.Uuid, null));
}
