using Lodge.Install.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Tests;

/// <summary>Pools that are always the same: files in /images, volumes in a group, and Ceph.</summary>
internal sealed class FixedStorage : IHostStorage
{
    private readonly List<HostPool> _pools =
    [
        new("default", "dir", "/images"),
        new("group", "logical", "/dev/group"),
        new("ceph", "rbd", null)
        {
            Servers = [("ceph1", "6789"), ("ceph2", null)],
            SourceName = "rbdname",
            Authentication = ("ceph", "admin", "uuid-of-secret"),
        },
    ];

    public IReadOnlyList<HostPool> Pools => _pools;

    public string DefaultFolder => "/images";

    public List<(string Pool, string Volume, string? Format)> Volumes { get; init; } =
    [
        ("default", "there.qcow2", "qcow2"), ("default", "there.iso", "iso"), ("default", "there.img", "raw"),
        ("group", "there", null), ("ceph", "there", "raw"),
    ];

    public ulong Free { get; init; } = 100UL << 30;

    public HostPool Pool(string name) => _pools.Find(pool => pool.Name == name)
        ?? throw new VirException(VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, VirErrorDomain.VIR_FROM_STORAGE,
            $"no storage pool with matching name '{name}'");

    public HostVolume Volume(HostPool pool, string name)
    {
        var (found, _, format) = Volumes.Find(volume => volume.Pool == pool.Name && volume.Volume == name);
        if (found is null)
        {
            throw new VirException(VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, VirErrorDomain.VIR_FROM_STORAGE,
                $"no storage vol with matching name '{name}'");
        }

        var path = pool.Folder is null ? $"{pool.SourceName}/{name}" : $"{pool.Folder}/{name}";
        return new HostVolume(pool, name, path) { Kind = pool.Kind, Format = format, Capacity = 1 << 20 };
    }

    public HostVolume? VolumeAt(string path) => Volumes
        .Select(volume => Volume(Pool(volume.Pool), volume.Volume)).FirstOrDefault(volume => volume.Path == path);

    public void Refresh(HostPool pool)
    {
    }

    public IReadOnlyList<string> Names(HostPool pool) =>
        [.. Volumes.Where(volume => volume.Pool == pool.Name).Select(volume => volume.Volume)];

    public ulong Available(HostPool pool) => Free;

    public string? Overlay(string path) => null;

    public HostPool Make(string name, string folder, bool build)
    {
        if (folder.StartsWith("/missing", StringComparison.Ordinal))
        {
            throw new FormatException(
                $"Could not start storage pool: cannot open directory '{folder}': No such file or directory");
        }

        var made = new HostPool(name, "dir", folder);
        _pools.Add(made);
        return made;
    }

    public PathKind Look(string path) =>
        VolumeAt(path) is not null || path == "/dev/there" ? PathKind.File : PathKind.Missing;
}
