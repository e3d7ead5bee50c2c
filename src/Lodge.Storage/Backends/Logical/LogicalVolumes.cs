using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Native;
using Lodge.Storage.Pools;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes;
using Lodge.Storage.Volumes.Local;

namespace Lodge.Storage.Backends.Logical;

/// <summary>The volumes of a volume group.</summary>
/// <param name="files">Fills devices.</param>
internal sealed class LogicalVolumes(IVolumeBackend files) : IVolumeBackend
{
    private const uint DefaultMode = 0x180;    // 0600
    private const ulong LuksHeader = 2 * 1024 * 1024;
    private const ulong Kibibyte = 1024;

    /// <inheritdoc/>
    public bool CountsByVolume => false;

    /// <inheritdoc/>
    public bool BuildsFromVolumes => true;

    /// <summary>Reads all volumes of a pool.</summary>
    public static async Task<IReadOnlyCollection<StorageVolumeDefinition>> ReadAsync(
        StoragePoolDefinition pool, CancellationToken cancellation)
    {
        var volumes = new Dictionary<string, StorageVolumeDefinition>(StringComparer.Ordinal);
        foreach (var line in await VolumeGroups.VolumesAsync(pool.Source.Name!, cancellation))
        {
            // Of a volume with several stretches only the extents differ from line to line.
            volumes[line.Name] = volumes.TryGetValue(line.Name, out var begun)
                ? begun with { Extents = [.. begun.Extents, .. line.Extents] }
                : Read(pool, line);
        }

        return volumes.Values;
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> CreateAsync(
        PoolSnapshot pool, StorageVolumeDefinition asked, CancellationToken cancellation)
    {
        if (asked.Target.Encryption is { Format: not EncryptionFormat.Luks })
            throw StorageError.Unsupported("storage pool only supports LUKS encrypted volumes");
        var path = $"{pool.Definition.TargetPath}/{asked.Name}";
        await Tool.RunAsync("lvcreate", Arguments(pool.Definition, asked), cancellation);
        try
        {
            await BlockDevice.SettleAsync(cancellation);
            SetPermissions(path, asked.Target.Permissions);
            var made = (await ReadAsync(pool.Definition, cancellation)).FirstOrDefault(v => v.Name == asked.Name)
                ?? throw StorageError.Internal($"cannot find newly created volume '{path}'");
            made = made with { Target = made.Target with { Encryption = asked.Target.Encryption } };
            if (made.Target.Encryption is not null)
                await files.BuildDeviceAsync(new VolumeBuild(pool, made, null, default), cancellation);
            return made;
        }
        catch
        {
            await RemoveAsync(path, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask BuildAsync(VolumeBuild build, CancellationToken cancellation) =>
        files.BuildDeviceAsync(build, cancellation);

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> RefreshAsync(
        PoolSnapshot pool, StorageVolumeDefinition volume, CancellationToken cancellation) =>
        (await ReadAsync(pool.Definition, cancellation)).FirstOrDefault(v => v.Name == volume.Name) ?? volume;

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolDeleteFlags flags,
        CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendLogicalDeleteVol");
        await BlockDevice.SettleAsync(cancellation);
        await RemoveAsync(volume.Path, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> WipeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolWipeAlgorithm algorithm,
        CancellationToken cancellation)
    {
        if (volume.IsSparse)
        {
            // Writing all of it would fill the room it has, and LVM drops a snapshot that is full.
            throw StorageError.NoSupport($"logical volume '{volume.Path}' is sparse, volume wipe not supported");
        }

        await VolumeWipe.RunAsync(volume.Path, algorithm, cancellation);
        return volume;
    }

    /// <inheritdoc/>
    public string StreamPath(StorageVolumeDefinition volume, bool isUpload) => volume.Path;

    /// <summary>The arguments of lvcreate.</summary>
    internal static IReadOnlyList<string> Arguments(StoragePoolDefinition pool, StorageVolumeDefinition asked)
    {
        var capacity = asked.Capacity;
        List<string> arguments = ["--name", asked.Name, "-L"];
        if (capacity != asked.Allocation)
            arguments.AddRange([Kibibytes(Math.Max(asked.Allocation, 1)), "--type", "snapshot", "--virtualsize"]);
        arguments.Add(Kibibytes(asked.Target.Encryption is null ? capacity : capacity + LuksHeader));
        arguments.AddRange(asked.Backing?.Path is { } origin ? ["-s", origin] : [pool.Source.Name!]);
        arguments.Add("--yes");
        return arguments;
    }

    private static StorageVolumeDefinition Read(StoragePoolDefinition pool, LogicalVolumeLine line)
    {
        var volume = BlockDevice.Read(new StorageVolumeDefinition
        {
            Name = line.Name,
            Key = line.Uuid,
            Path = $"{pool.TargetPath}/{line.Name}",
        });
        return volume with
        {
            Allocation = line.Allocation,
            Extents = line.Extents,
            IsSparse = line.IsSparse,
            Backing = line.Origin is { } origin
                ? new StorageVolumeTarget { Path = $"{pool.TargetPath}/{origin}" }
                : null,
        };
    }

    private static void SetPermissions(string path, StoragePermissions asked)
    {
        if (Environment.IsPrivilegedProcess
            && LibC.ChangeOwner(path, asked.Owner ?? uint.MaxValue, asked.Group ?? uint.MaxValue) < 0)
            throw StorageError.System($"cannot set file owner '{path}'");
        if (LibC.ChangeMode(path, asked.Mode ?? DefaultMode) < 0)
            throw StorageError.System($"cannot set file mode '{path}'");
    }

    // A volume that is open is not removed; one that something keeps active for no use is, once deactivated.
    private static async Task RemoveAsync(string path, CancellationToken cancellation)
    {
        if ((await Tool.TryAsync("lvremove", ["-f", path], cancellation)).IsSuccess)
            return;
        await Tool.RunAsync("lvchange", ["-aln", path], cancellation);
        await Tool.RunAsync("lvremove", ["-f", path], cancellation);
    }

    private static string Kibibytes(ulong bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(bytes + Kibibyte - 1) / Kibibyte}K");
}
