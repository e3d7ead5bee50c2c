using Lodge.Install.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>
/// The pools of the host of <see cref="InstallHost"/>: folders of this machine, whatever their files hold.
/// </summary>
internal sealed class InstallStorage : IHostStorage
{
    private const ulong Mebibyte = 1024 * 1024;
    private readonly List<HostPool> _pools = [];

    public IReadOnlyList<HostPool> Pools => _pools;

    public string DefaultFolder => "/var/lib/libvirt/images";

    public HostPool Pool(string name) => _pools.Find(pool => pool.Name == name)
        ?? throw InstallHost.Refusal(
            VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, $"no storage pool with matching name '{name}'");

    public HostVolume Volume(HostPool pool, string name)
    {
        var path = Path.Combine(pool.Folder!, name);
        if (pool.Folder == DefaultFolder || !File.Exists(path))
        {
            throw InstallHost.Refusal(
                VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, $"no storage vol with matching name '{name}'");
        }

        return new HostVolume(pool, name, path) { Kind = "file", Format = "raw", Capacity = Mebibyte };
    }

    public HostVolume? VolumeAt(string path) =>
        _pools.Find(pool => pool.Folder == Path.GetDirectoryName(path)) is { } pool && File.Exists(path)
            ? Volume(pool, Path.GetFileName(path))
            : null;

    public void Refresh(HostPool pool)
    {
    }

    public IReadOnlyList<string> Names(HostPool pool) =>
        [.. Directory.EnumerateFiles(pool.Folder!).Select(file => Path.GetFileName(file))];

    // As it was on the recorded host.
    public ulong Available(HostPool pool) => 240_953 * Mebibyte;

    public string? Overlay(string path) => null;

    public HostPool Make(string name, string folder, bool build)
    {
        if (!build && !Directory.Exists(folder))
        {
            throw new FormatException(
                $"Could not start storage pool: cannot open directory '{folder}': No such file or directory");
        }

        var made = new HostPool(name, "dir", folder);
        _pools.Add(made);
        return made;
    }

    public PathKind Look(string path)
    {
        if (Directory.Exists(path)) return PathKind.Folder;
        return File.Exists(path) ? PathKind.File : PathKind.Missing;
    }
}
