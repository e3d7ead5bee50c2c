using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage;

public sealed partial class StorageDriver
{
    /// <summary>The pool that the first start defines.</summary>
    public const string DefaultPoolName = "default";

    /// <summary>
    /// Reads what is stored and takes over the pools that are still active. A file that is none is reported by its
    /// name,
    /// left where it is, and harms no other.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var name in _store.States())
            Try($"state of storage pool '{name}'", () => LoadState(name));
        foreach (var name in _store.Configs())
            Try($"config of storage pool '{name}'", () => LoadConfig(name));
        if (_store.IsFresh && Options.DefaultPoolPath is { } path && Pools.Find(DefaultPoolName) is null)
            Try("default storage pool", () => DefineDefault(path));
        await Task.WhenAll(Pools.All.Select(pool => TakeOverAsync(pool, cancellation)));
    }

    /// <summary>Starts the pools that start with the daemon; one that fails is reported and harms no other.</summary>
    public Task AutostartAsync(CancellationToken cancellation) => Task.WhenAll(Pools.All
        .Where(pool => pool.Current is { IsAutostart: true, IsActive: false })
        .Select(pool => AutostartAsync(pool, cancellation)));

    private void LoadState(string name)
    {
        var definition = StoragePoolXml.Parse(_store.ReadState(name));
        if (definition.Name != name)
        {
            throw StorageError.Internal(
                $"Storage pool state file of '{name}' does not match pool name '{definition.Name}'");
        }

        var (pool, _) = Pools.FindOrAdd(definition, live: true);
        pool.Publish(s => s with { IsActive = true });
    }

    private void LoadConfig(string name)
    {
        var definition = StoragePoolXml.Parse(_store.ReadConfig(name));
        if (definition.Name != name)
        {
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"Storage pool config filename '{name}' does not match pool name '{definition.Name}'");
        }

        var (pool, isNew) = Pools.FindOrAdd(definition, live: false);
        var autostart = _store.IsAutostart(name);
        pool.Publish(s => s with
        {
            NextDefinition = isNew ? null : definition,
            IsPersistent = true,
            IsAutostart = autostart,
        });
    }

    private void DefineDefault(string path)
    {
        var definition = new StoragePoolDefinition
        {
            Type = StoragePoolType.Dir,
            Name = DefaultPoolName,
            Uuid = VirUuid.Random(),
            TargetPath = StoragePath.Sanitize(path),
        };
        var (pool, _) = Pools.FindOrAdd(definition, live: false);
        _store.WriteConfig(definition.Name, StoragePoolXml.Format(definition));
        _store.SetAutostart(definition.Name, true);
        pool.Publish(s => s with { IsPersistent = true, IsAutostart = true });
    }

    private async Task TakeOverAsync(StoragePool pool, CancellationToken cancellation)
    {
        if (!pool.Current.IsActive)
            return;
        using var job = await pool.BeginAsync("daemon start", cancellation);
        var definition = pool.Current.Definition;
        try
        {
            var backend = Backend(definition.Type);
            if (await backend.CheckAsync(definition, cancellation))
            {
                var contents = await backend.RefreshAsync(definition, VolumeSet.Empty, cancellation);
                pool.Publish(s => Looked(s, contents));
                return;
            }
        }
        catch (VirException failure)
        {
            _report($"Failed to initialize storage pool '{pool.Name}': {failure.Message}");
        }

        Try($"state of storage pool '{pool.Name}'", () => _store.RemoveState(pool.Name));
        BecomeInactive(pool);
    }

    private async Task AutostartAsync(StoragePool pool, CancellationToken cancellation)
    {
        try
        {
            await StartAsync(pool, null, cancellation);
        }
        catch (VirException failure)
        {
            _report($"Failed to autostart storage pool '{pool.Name}': {failure.Message}");
        }
    }

    private void Try(string what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is VirException or IOException or UnauthorizedAccessException)
        {
            _report($"Failed to load {what}: {failure.Message}");
        }
    }
}
