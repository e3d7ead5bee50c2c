using System.Globalization;
using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Install.Plan;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Options.Storage;

/// <summary>A volume that <c>--disk size=…</c> asks for.</summary>
internal static class NewVolume
{
    private const double Gibibyte = 1024 * 1024 * 1024;
    private const ulong Mebibyte = 1024 * 1024;

    /// <summary>What is to be made.</summary>
    /// <param name="plan">The guest.</param>
    /// <param name="pool">The pool; null where the path lies in none.</param>
    /// <param name="name">Its name; null chooses one after the guest.</param>
    /// <param name="wish">What was said of it.</param>
    /// <exception cref="FormatException">It cannot be made.</exception>
    public static VolumeRequest Of(GuestPlan plan, HostPool? pool, string? name, VolumeWish wish)
    {
        var format = wish.Format ?? (pool?.Kind == "file" ? "qcow2" : null);
        if (pool is not null) name ??= FreeName(plan, pool, format);
        if (wish.Size is not { } size)
            throw new FormatException($"Size must be specified for non existent volume '{name}'");
        if (pool is null)
        {
            throw new FormatException($"Don't know how to create storage for path '{name}'. Use libvirt APIs to manage "
                + "the parent directory as a pool first.");
        }

        if (format is not null && pool.Kind != "file")
            throw new FormatException("Format attribute not supported for this volume type");
        var capacity = Bytes(size);
        return new VolumeRequest
        {
            Pool = pool,
            Name = name!,
            Capacity = capacity,
            Allocation = wish.IsSparse ? 0 : capacity,
            Format = format ?? (pool.Kind == "file" ? "raw" : null),
            BackingPath = wish.BackingPath,
            BackingFormat = wish.BackingFormat,
        };
    }

    /// <summary>Says what keeps a volume from being made, and warns of what may.</summary>
    /// <returns>The volume as it can be made.</returns>
    /// <exception cref="FormatException">It cannot be made.</exception>
    public static VolumeRequest Check(GuestPlan plan, VolumeRequest volume)
    {
        if (volume.Name.Length == 0) throw new FormatException("A name must be specified for the Storage object");
        if (volume.Name.Contains(' '))
            throw new FormatException($"Storage object name '{volume.Name}' can not contain ' ' character.");
        if (IsTaken(plan.Host.Storage, volume.Pool, volume.Name))
            throw new FormatException($"Name '{volume.Name}' already in use by another volume.");
        if (volume.Pool.Type == "logical" && volume.Allocation != volume.Capacity)
        {
            plan.Warnings.Add("Sparse logical volumes are not supported, setting allocation equal to capacity");
            volume = volume with { Allocation = volume.Capacity };
        }

        var (message, isFatal) = Conflict(plan.Host.Storage, volume);
        if (message is null) return volume;
        if (isFatal) throw new FormatException(message);
        plan.Warnings.Add(message);
        return volume;
    }

    /// <summary>
    /// Whether a pool has too little space: not even for what the volume takes at once, or once it is full.
    /// </summary>
    public static (string? Message, bool IsFatal) Conflict(IHostStorage storage, VolumeRequest volume)
    {
        var available = storage.Available(volume.Pool);
        if (volume.Allocation > available)
        {
            return (
                "There is not enough free space on the storage pool to create the volume. "
                + $"({volume.Allocation / Mebibyte} M requested allocation > {available / Mebibyte} M available)",
                true);
        }

        return volume.Capacity <= available
            ? (null, false)
            : (
                "The requested volume capacity will exceed the available pool space when the volume is fully "
                + $"allocated. ({volume.Capacity / Mebibyte} M requested capacity > "
                + $"{available / Mebibyte} M available)",
                false);
    }

    /// <summary>The size that a text gives in GiB; null where there is none.</summary>
    /// <exception cref="OptionException">It is no number.</exception>
    public static double? Size(string? text)
    {
        if (text is null) return null;
        return double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            && double.IsFinite(size) && size >= 0
            ? size
            : throw new OptionException($"Improper value for 'size': could not convert string to float: '{text}'");
    }

    private static UInt128 Bytes(double size) => (UInt128)(size * Gibibyte);

    private static string FreeName(GuestPlan plan, HostPool pool, string? format)
    {
        var suffix = format switch
        {
            null => "",
            "raw" => ".img",
            _ => "." + format,
        };
        plan.Host.Storage.Refresh(pool);
        var given = plan.Domain.All("devices/disk").Select(disk => DiskSource.PathOf(plan, disk))
            .Where(path => path is not null && pool.Folder is not null && Path.GetDirectoryName(path) == pool.Folder)
            .Select(Path.GetFileName).ToHashSet();
        return NumberedName.Free(
            plan.Domain["name"] ?? "disk",
            name => given.Contains(name) || IsTaken(plan.Host.Storage, pool, name),
            suffix);
    }

    private static bool IsTaken(IHostStorage storage, HostPool pool, string name)
    {
        try
        {
            storage.Volume(pool, name);
            return true;
        }
        catch (VirException)
        {
            return false;
        }
    }
}
