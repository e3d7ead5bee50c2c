using System.Text.RegularExpressions;
using Lodge.Install.Facts;
using Lodge.Install.Plan;

namespace Lodge.Install.Options.Storage;

/// <summary>
/// What lies behind a disk: a volume that is there or is to be made, a file that no pool knows, nothing.
/// </summary>
internal sealed partial record DiskStorage
{
    private static readonly string[] s_unmanaged = ["/dev", "/sys", "/proc"];

    private DiskStorage(IHostFacts host) => Host = host;

    /// <summary>The volume that is there.</summary>
    public HostVolume? Volume { get; private init; }

    /// <summary>The volume that is to be made.</summary>
    public VolumeRequest? Made { get; private init; }

    /// <summary>The pool that it is or would be in.</summary>
    public HostPool? Pool { get; private init; }

    /// <summary>Its path or address; null where there is nothing.</summary>
    public string? Path
    {
        get => Volume?.Path ?? Made?.Path ?? field;
        private init;
    }

    /// <summary>Whether it is there, as far as can be told.</summary>
    public bool Exists
    {
        get
        {
            if (Volume is not null || Path is null) return true;
            if (Made is not null) return false;
            if (Kind != "network" && !Host.IsRemote && Host.Storage.Look(Path) != PathKind.Missing) return true;
            return Pool is null && (Kind == "network" || (Host.IsRemote && !IsManageable(Path)));
        }
    }

    /// <summary>The type of disk for it: <c>file</c>, <c>block</c>, <c>dir</c>, <c>network</c>.</summary>
    public string Kind
    {
        get
        {
            if (Volume is not null) return Volume.Kind;
            if (Pool is { Kind: "block" or "network" }) return Pool.Kind;
            if (Path is null) return "file";
            if (IsUrl(Path)) return "network";
            if (Host.IsRemote) return IsManageable(Path) ? "file" : "block";
            return Host.Storage.Look(Path) switch
            {
                PathKind.Folder => "dir",
                PathKind.Block => "block",
                _ => "file",
            };
        }
    }

    /// <summary>The format of what is in it; null where that is not known.</summary>
    public string? Format
    {
        get
        {
            if (Volume is not null) return Volume.Kind == "file" ? Volume.Format : "raw";
            if (Made is not null) return Made.Pool.Kind == "file" ? Made.Format : "raw";
            return null;
        }
    }

    private IHostFacts Host { get; }

    /// <summary>
    /// What lies at a path. A folder that no pool has is made one, so that libvirt can say what is in it.
    /// </summary>
    /// <exception cref="FormatException">It cannot be made a pool.</exception>
    /// <exception cref="Protocol.Errors.VirException">The server refused, or is gone.</exception>
    public static DiskStorage At(IHostFacts host, string? path)
    {
        if (string.IsNullOrEmpty(path)) return new DiskStorage(host);
        if (!IsUrl(path) && !path.StartsWith('/')) path = System.IO.Path.GetFullPath(path);
        if (!host.Storage.IsSupported) return new DiskStorage(host) { Path = path };
        var searched = IsUrl(path) && DiskUrl.Parse(path) is { Scheme: "rbd" } ceph ? ceph.Path.Trim('/') : path;
        var (volume, pool) = Find(host.Storage, searched);
        if (volume is null && pool is null && IsManageable(path)) (volume, pool) = Manage(host.Storage, path);
        return new DiskStorage(host) { Path = path, Volume = volume, Pool = volume?.Pool ?? pool };
    }

    /// <summary>An address of which no pool can know.</summary>
    public static DiskStorage Elsewhere(IHostFacts host, string address) => new(host) { Path = address };

    /// <summary>A volume that is there.</summary>
    public static DiskStorage Of(IHostFacts host, HostVolume volume) =>
        new(host) { Volume = volume, Pool = volume.Pool };

    /// <summary>A volume that is to be made.</summary>
    public static DiskStorage Of(IHostFacts host, VolumeRequest made) => new(host) { Made = made, Pool = made.Pool };

    /// <summary>Whether a path is the address of something on a network.</summary>
    public static bool IsUrl(string path) => Scheme().IsMatch(path);

    private static bool IsManageable(string path) => !IsUrl(path)
        && !Array.Exists(s_unmanaged, place => path == place || path.StartsWith(place + '/', StringComparison.Ordinal));

    private static (HostVolume? Volume, HostPool? Pool) Find(IHostStorage storage, string path)
    {
        if (storage.VolumeAt(path) is { } volume) return (volume, null);
        var folder = Folder(path);
        var pool = storage.Pools.FirstOrDefault(
            known => known.Folder is not null && System.IO.Path.GetFullPath(known.Folder) == folder);
        if (pool is null) return (null, null);
        storage.Refresh(pool);
        return (storage.VolumeAt(path) ?? Named(storage, pool, path), pool);
    }

    private static (HostVolume? Volume, HostPool? Pool) Manage(IHostStorage storage, string path)
    {
        var folder = Folder(path);
        var name = System.IO.Path.GetFileName(folder).Replace(' ', '_');
        name = NumberedName.Free(
            name.Length == 0 ? "dirpool" : name, taken => storage.Pools.Any(pool => pool.Name == taken));
        var made = storage.Make(name, folder, build: false);
        return (Named(storage, made, path), made);
    }

    private static HostVolume? Named(IHostStorage storage, HostPool pool, string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return storage.Names(pool).Contains(name) ? storage.Volume(pool, name) : null;
    }

    private static string Folder(string path) => System.IO.Path.GetDirectoryName(path) ?? "/";

    [GeneratedRegex(@"^[a-zA-Z]+(\+[a-zA-Z]+)?://")]
    private static partial Regex Scheme();
}
