using Lodge.Install.Facts;
using Lodge.Install.Options.Storage;
using Lodge.Install.Options.Tables;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--disk</c>: a disk, and the storage behind it, there already or to be made.</summary>
internal sealed class DiskOption() : DeviceOption("--disk", "disk", DiskSubOptions.All)
{
    private const string DefaultPool = "default";

    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        request.IsDropped = request.Text == "none";
        if (request.IsDropped) return false;
        request.Rename("bus", "target.bus");
        request.Rename("cache", "driver.cache");
        switch (request.Given.GetValueOrDefault("perms"))
        {
            case "ro":
                request.Given["readonly"] = "on";
                break;
            case "sh":
                request.Given["shareable"] = "on";
                break;
            case null or "rw":
                break;
            case var other:
                throw new OptionException($"Unknown 'perms' value '{other}'");
        }

        request.Given.Remove("perms");
        request.Storage = Wish(request);
        (request.PoolName, request.VolumeName) = (request.Pull("pool"), request.Pull("vol"));
        if (!string.IsNullOrEmpty(request.VolumeName))
        {
            if (request.VolumeName.Split('/') is not [var pool, var volume])
                throw new FormatException("Storage volume must be specified as vol=poolname/volname");
            (request.PoolName, request.VolumeName) = (pool, volume);
        }

        if (request.Pull("type") is { Length: > 0 } type) request.Element["@type"] = type;
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name != "path") return base.Set(request, option, value);
        DiskSource.SetPath(request.Plan, request.Element, value);
        return true;
    }

    /// <inheritdoc/>
    protected override void Finish(OptionRequest request)
    {
        var (plan, disk, host) = (request.Plan, request.Element, request.Plan.Host);
        var storage = DiskSource.Resolve(plan, disk, out var refusal);
        var wish = request.Storage!;
        var poolName = string.IsNullOrEmpty(request.PoolName) ? null : request.PoolName;
        if (wish.Size is > 0 && string.IsNullOrEmpty(request.VolumeName) && storage.Path is null)
        {
            if (DiskSource.TypeOf(plan, disk) == "file") poolName ??= DefaultPool;
        }

        var pool = poolName is null ? null : Pool(host.Storage, poolName);
        if (!string.IsNullOrEmpty(request.VolumeName))
        {
            DiskSource.Set(plan, disk, DiskStorage.Of(host, host.Storage.Volume(pool!, request.VolumeName)));
            pool = null;
        }

        storage = DiskSource.Resolve(plan, disk, out _);
        if ((pool is not null || !storage.Exists) && wish.IsAny)
        {
            var name = pool is null ? Path.GetFileName(storage.Path) : null;
            storage = DiskStorage.Of(host, NewVolume.Of(plan, pool ?? storage.Pool, name, wish));
            DiskSource.Set(plan, disk, storage);
        }

        Check(request, storage, refusal);
    }

    private static VolumeWish Wish(OptionRequest request)
    {
        var (backing, backingFormat) = (request.Pull("backing_store"), request.Pull("backing_format"));
        var size = NewVolume.Size(request.Pull("size"));
        var format = request.Pull("format");
        var isSparse = !request.Given.Remove("sparse", out var sparse)
            || (sparse is not null && OptionValue.Switch("sparse", sparse));
        return new VolumeWish(size, string.IsNullOrEmpty(format) ? null : format, isSparse, backing, backingFormat);
    }

    private static HostPool Pool(IHostStorage storage, string name)
    {
        if (name != DefaultPool) return storage.Pool(name);
        var known = storage.Pools.FirstOrDefault(pool => pool.Name == DefaultPool)
            ?? storage.Pools.FirstOrDefault(
                pool => pool.Folder is not null && Path.GetFullPath(pool.Folder) == storage.DefaultFolder);
        if (known is not null) return storage.Pool(known.Name);
        try
        {
            return storage.Make(DefaultPool, storage.DefaultFolder, build: true);
        }
        catch (Exception failed) when (failed is VirException or FormatException)
        {
            throw new FormatException(
                $"Couldn't create default storage pool '{storage.DefaultFolder}': {failed.Message}", failed);
        }
    }

    private static void Check(OptionRequest request, DiskStorage storage, VirException? refusal)
    {
        var (plan, disk) = (request.Plan, request.Element);
        if (plan.IsEdit) return;
        if (string.IsNullOrEmpty(storage.Path))
        {
            if (refusal is not null) throw refusal;
            var device = disk["@device"] ?? "disk";
            var needsPath = DiskSource.TypeOf(plan, disk) is "file" or "block" or "dir" or "volume" or "network";
            if (needsPath && device is not ("floppy" or "cdrom"))
                throw new FormatException($"Device type '{device}' requires a path");
            return;
        }

        if (storage.Made is { } made)
        {
            plan.SetStorage(disk, DiskStorage.Of(plan.Host, NewVolume.Check(plan, made)));
        }
        else if (!storage.Exists)
        {
            throw new FormatException(
                $"Must specify storage creation parameters for non-existent path '{storage.Path}'.");
        }
    }
}
