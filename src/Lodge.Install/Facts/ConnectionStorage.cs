using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Facts;

/// <summary>The pools and volumes at the other end of a connection.</summary>
/// <param name="connection">The connection.</param>
/// <param name="host">The host they are on.</param>
internal sealed class ConnectionStorage(LibvirtConnection connection, IHostFacts host) : IHostStorage
{
    private readonly Dictionary<string, StoragePool> _found = new(StringComparer.Ordinal);
    private readonly List<StoragePool> _made = [];
    private List<HostPool>? _pools;
    private bool? _isSupported;
    private Dictionary<string, string>? _overlays;

    /// <inheritdoc/>
    public bool IsSupported => _isSupported ??= Supports();

    /// <inheritdoc/>
    public IReadOnlyList<HostPool> Pools => _pools ??=
    [
        .. ConnectionFacts.Wait(connection.ListAllStoragePoolsAsync()).Select(Described),
    ];

    /// <inheritdoc/>
    public string DefaultFolder => host.IsUnprivileged
        ? Path.Combine(DataHome, "libvirt", "images")
        : "/var/lib/libvirt/images";

    private static string DataHome =>
        Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");

    /// <inheritdoc/>
    public HostPool Pool(string name)
    {
        var pool = ConnectionFacts.Wait(connection.LookupStoragePoolByNameAsync(name));
        _found[name] = pool;
        Start(pool);
        return Described(pool);
    }

    /// <inheritdoc/>
    public HostVolume Volume(HostPool pool, string name) =>
        Described(pool, ConnectionFacts.Wait(Find(pool).LookupVolumeByNameAsync(name)));

    /// <inheritdoc/>
    public HostVolume? VolumeAt(string path)
    {
        try
        {
            var volume = ConnectionFacts.Wait(connection.LookupStorageVolumeByPathAsync(path));
            // A file that is gone since the pool was looked at is none.
            ConnectionFacts.Wait(volume.GetInfoAsync());
            var pool = ConnectionFacts.Wait(volume.LookupPoolAsync());
            return Described(Described(pool), volume);
        }
        catch (VirException refused) when (refused.Error.Code is VirErrorNumber.VIR_ERR_NO_STORAGE_VOL
            or VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Refresh(HostPool pool)
    {
        var found = Find(pool);
        Start(found);
        ConnectionFacts.Wait(found.RefreshAsync());
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names(HostPool pool) => ConnectionFacts.Wait(Find(pool).ListVolumesAsync());

    /// <inheritdoc/>
    public ulong Available(HostPool pool) => ConnectionFacts.Wait(Find(pool).GetInfoAsync()).Available;

    /// <inheritdoc/>
    public string? Overlay(string path)
    {
        if (_overlays is not null) return _overlays.GetValueOrDefault(path);
        _overlays = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pool in ConnectionFacts.Wait(connection.ListAllStoragePoolsAsync(
            VirConnectListAllStoragePoolsFlags.VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)))
        {
            var described = Described(pool);
            foreach (var volume in ConnectionFacts.Wait(pool.ListAllVolumesAsync()))
            {
                if (Described(described, volume) is { BackingPath: { } below } overlay)
                    _overlays[below] = overlay.Path;
            }
        }

        return _overlays.GetValueOrDefault(path);
    }

    /// <inheritdoc/>
    public HostPool Make(string name, string folder, bool build)
    {
        string Escaped(string text) => System.Security.SecurityElement.Escape(text);
        var xml = $"<pool type='dir'><name>{Escaped(name)}</name>"
            + $"<target><path>{Escaped(folder)}</path></target></pool>";
        var pool = Try("define", () => ConnectionFacts.Wait(connection.DefineStoragePoolXmlAsync(xml)));
        try
        {
            if (build) Try("build", () => Build(pool));
            Try("start", () => Started(pool));
            ConnectionFacts.Wait(pool.SetAutostartAsync(true));
        }
        catch (Exception)
        {
            ConnectionFacts.Wait(pool.UndefineAsync());
            throw;
        }

        _found[name] = pool;
        _made.Add(pool);
        var made = Described(pool);
        _pools?.Add(made);
        return made;
    }

    /// <inheritdoc/>
    public void ForgetMade()
    {
        foreach (var pool in _made)
        {
            _found.Remove(pool.Name);
            _pools?.RemoveAll(known => known.Name == pool.Name);
            try
            {
                ConnectionFacts.Wait(pool.DestroyAsync());
                ConnectionFacts.Wait(pool.UndefineAsync());
            }
            catch (VirException refused) when (refused.Error.Code is VirErrorNumber.VIR_ERR_NO_STORAGE_POOL
                or VirErrorNumber.VIR_ERR_OPERATION_INVALID)
            {
                // Somebody else stopped or removed it.
            }
        }

        _made.Clear();
    }

    /// <inheritdoc/>
    public PathKind Look(string path)
    {
        if (Directory.Exists(path)) return PathKind.Folder;
        if (!File.Exists(path)) return PathKind.Missing;
        return BlockDevice.Is(path) ? PathKind.Block : PathKind.File;
    }

    private bool Supports()
    {
        try
        {
            ConnectionFacts.Wait(connection.LookupStoragePoolByNameAsync("default"));
            return true;
        }
        catch (VirException refused)
        {
            return refused.Error.Code != VirErrorNumber.VIR_ERR_NO_SUPPORT;
        }
    }

    private StoragePool Find(HostPool pool) => _found.TryGetValue(pool.Name, out var found)
        ? found
        : _found[pool.Name] = ConnectionFacts.Wait(connection.LookupStoragePoolByNameAsync(pool.Name));

    private static void Start(StoragePool pool)
    {
        if (ConnectionFacts.Wait(pool.GetInfoAsync()).State != VirStoragePoolState.VIR_STORAGE_POOL_RUNNING)
            ConnectionFacts.Wait(pool.CreateAsync());
    }

    private static StoragePool Build(StoragePool pool)
    {
        ConnectionFacts.Wait(pool.BuildAsync(VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_NEW));
        return pool;
    }

    private static StoragePool Started(StoragePool pool)
    {
        ConnectionFacts.Wait(pool.CreateAsync());
        return pool;
    }

    private static StoragePool Try(string what, Func<StoragePool> make)
    {
        try
        {
            return make();
        }
        catch (VirException refused)
        {
            throw new FormatException($"Could not {what} storage pool: {refused.Message}", refused);
        }
    }

    private static HostPool Described(StoragePool pool) =>
        HostPool.Parse(ConnectionFacts.Wait(pool.GetXmlDescAsync()));

    private static HostVolume Described(HostPool pool, StorageVolume volume) =>
        HostVolume.Parse(pool, ConnectionFacts.Wait(volume.GetXmlDescAsync()));
}
