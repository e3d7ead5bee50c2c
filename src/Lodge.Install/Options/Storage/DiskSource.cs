using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Options.Storage;

/// <summary>The source of a disk: what its XML says of it, and what lies behind that.</summary>
internal static class DiskSource
{
    private static readonly string[] s_places =
    [
        "source/@file", "source/@dev", "source/@dir", "source/@volume", "source/@pool", "source/@name",
        "source/@protocol",
    ];

    /// <summary>The type of a disk: what its XML says, else what suits its source.</summary>
    public static string TypeOf(GuestPlan plan, Draft disk) => disk["@type"] ?? DefaultType(plan, disk);

    /// <summary>What suits the source of a disk for a type.</summary>
    public static string DefaultType(GuestPlan plan, Draft disk)
    {
        if (disk["source/@pool"] is not null || disk["source/@volume"] is not null) return "volume";
        if (plan.StorageOf(disk) is { } storage) return storage.Kind;
        return disk["source/@protocol"] is null ? "file" : "network";
    }

    /// <summary>Path or address of a disk's source; null where it has none.</summary>
    /// <exception cref="VirException">The server is gone.</exception>
    public static string? PathOf(GuestPlan plan, Draft disk) =>
        plan.StorageOf(disk)?.Path ?? InXml(disk) ?? Resolve(plan, disk, out _).Path;

    /// <summary>What lies behind a disk, looked up unless that was done.</summary>
    /// <param name="plan">The guest.</param>
    /// <param name="disk">The disk.</param>
    /// <param name="refusal">Why the volume that it names cannot be had.</param>
    public static DiskStorage Resolve(GuestPlan plan, Draft disk, out VirException? refusal)
    {
        refusal = null;
        if (plan.StorageOf(disk) is { } known) return known;
        DiskStorage? found = null;
        if (DefaultType(plan, disk) == "volume") found = Volume(plan, disk, out refusal);
        if (TypeOf(plan, disk) == "network") found ??= DiskStorage.Elsewhere(plan.Host, DiskUrl.Of(disk));
        found ??= DiskStorage.At(plan.Host, InXml(disk));
        plan.SetStorage(disk, found);
        return found;
    }

    /// <summary>Gives a disk a source by its path or address; null takes it away.</summary>
    public static void SetPath(GuestPlan plan, Draft disk, string? path) =>
        Set(plan, disk, DiskStorage.At(plan.Host, path));

    /// <summary>Gives a disk a source.</summary>
    public static void Set(GuestPlan plan, Draft disk, DiskStorage storage)
    {
        plan.SetStorage(disk, storage);
        Write(plan, disk, storage.Path);
    }

    /// <summary>Makes type and driver of a disk what its source needs, after that was changed.</summary>
    public static void Sync(GuestPlan plan, Draft disk)
    {
        var path = InXml(disk);
        disk["@type"] = DefaultType(plan, disk);
        disk["driver/@name"] = DriverName(plan, disk);
        disk["driver/@type"] = DriverType(plan, disk);
        if (path is not null) Write(plan, disk, path);
    }

    /// <summary>The driver of a disk that says nothing of it; null where libvirt is to choose.</summary>
    public static string? DriverName(GuestPlan plan, Draft disk)
    {
        if (PathOf(plan, disk) is null || plan.Host.Driver is not ("qemu" or "xen")) return null;
        return plan.Host.Driver == "xen" && TypeOf(plan, disk) == "block" ? "phy" : "qemu";
    }

    /// <summary>The format of a disk that says nothing of it, so that QEMU need not guess.</summary>
    public static string? DriverType(GuestPlan plan, Draft disk)
    {
        if (disk["driver/@name"] != "qemu") return null;
        if (TypeOf(plan, disk) == "block") return "raw";
        var format = plan.StorageOf(disk)?.Format;
        return format == "iso" ? "raw" : format;
    }

    private static string? InXml(Draft disk) => disk["source/@file"] ?? disk["source/@dev"] ?? disk["source/@dir"];

    private static DiskStorage? Volume(GuestPlan plan, Draft disk, out VirException? refusal)
    {
        refusal = null;
        try
        {
            var pool = plan.Host.Storage.Pool(disk["source/@pool"] ?? "");
            return DiskStorage.Of(plan.Host, plan.Host.Storage.Volume(pool, disk["source/@volume"] ?? ""));
        }
        catch (VirException refused)
        {
            refusal = refused;
            return null;
        }
    }

    private static void Write(GuestPlan plan, Draft disk, string? path)
    {
        Clear(disk);
        var storage = plan.StorageOf(disk);
        if (storage?.Kind == "network")
        {
            WriteNetwork(disk, storage);
            return;
        }

        var place = TypeOf(plan, disk) switch
        {
            "block" => "source/@dev",
            "dir" => "source/@dir",
            "file" => "source/@file",
            _ => null,
        };
        if (place is not null) disk[place] = path;
    }

    private static void WriteNetwork(Draft disk, DiskStorage storage)
    {
        if (storage.Volume is null && storage.Made is null)
        {
            if (storage.Path is not null) DiskUrl.Parse(storage.Path).Set(disk);
            return;
        }

        disk["@type"] = "network";
        var pool = storage.Pool!;
        if (pool.Authentication.Type is { } type)
        {
            disk["auth/@username"] = pool.Authentication.User;
            disk["auth/secret/@type"] = type;
            disk["auth/secret/@uuid"] = pool.Authentication.Secret;
        }

        disk["source/@protocol"] = pool.Type == "iscsi-direct" ? "iscsi" : pool.Type;
        foreach (var (name, port) in pool.Servers)
        {
            var server = disk.Add("source/host");
            (server["@name"], server["@port"]) = (name, port);
        }

        disk["source/@name"] = NetworkName(pool, storage);
    }

    // A target of iSCSI is the end of its volume's path: ip-10.0.0.1:3260-iscsi-iqn.2017-12.com.example:disk-lun-1.
    private static string? NetworkName(HostPool pool, DiskStorage storage)
    {
        if (pool.Type == "iscsi-direct")
            return storage.Path?.Split("-iscsi-", 2) is [_, var target] ? target : null;
        var folder = pool.SourceName is null ? "" : pool.SourceName + pool.SourcePath;
        if (pool.SourceName is not null && !folder.EndsWith('/')) folder += "/";
        return folder + (storage.Volume?.Name ?? storage.Made!.Name);
    }

    private static void Clear(Draft disk)
    {
        foreach (var place in s_places) disk[place] = null;
        foreach (var server in disk.All("source/host").ToArray()) disk.Remove("source/host", server);
    }
}
