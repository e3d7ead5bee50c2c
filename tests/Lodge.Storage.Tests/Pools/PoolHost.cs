using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage.Tests.Pools;

/// <summary>A driver over a folder of its own, and everything it told.</summary>
internal sealed class PoolHost : IDisposable
{
    private readonly List<string> _events = [];

    public PoolHost(MemoryPoolStore? store = null, StorageDriverOptions? options = null)
    {
        Store = store ?? new MemoryPoolStore();
        Driver = new StorageDriver(Store, (options ?? new()) with { Report = Reports.Add });
        Driver.Happened += happened => _events.Add($"{happened.Name} {happened.Lifecycle?.ToString() ?? "REFRESH"}"
            .Replace("VIR_STORAGE_POOL_EVENT_", "", StringComparison.Ordinal));
    }

    public TemporaryFolder Folder { get; } = new();

    public MemoryPoolStore Store { get; }

    public StorageDriver Driver { get; }

    public List<string> Reports { get; } = [];

    /// <summary>What happened since the last question.</summary>
    public string[] Events()
    {
        string[] events = [.. _events];
        _events.Clear();
        return events;
    }

    public string Xml(string name, string? path = null, string? uuid = null) =>
        $"<pool type='dir'><name>{name}</name>{(uuid is null ? "" : $"<uuid>{uuid}</uuid>")}"
        + $"<target><path>{path ?? Folder[name]}</path></target></pool>";

    public async Task<StoragePool> DefineAsync(string name) =>
        await Driver.DefineAsync(Xml(name), TestContext.Current.CancellationToken);

    /// <summary>A pool whose folder is there, active.</summary>
    public async Task<StoragePool> StartedAsync(string name)
    {
        var pool = await DefineAsync(name);
        await Driver.StartAsync(
            pool, VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_NEW, TestContext.Current.CancellationToken);
        return pool;
    }

    public static async Task<VirException> RefusedAsync(ValueTask call) =>
        await Assert.ThrowsAsync<VirException>(call.AsTask);

    public static async Task<VirException> RefusedAsync<T>(ValueTask<T> call) =>
        await Assert.ThrowsAsync<VirException>(call.AsTask);

    public void Dispose() => Folder.Dispose();
}
