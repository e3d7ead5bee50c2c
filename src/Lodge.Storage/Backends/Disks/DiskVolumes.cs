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

namespace Lodge.Storage.Backends.Disks;

/// <summary>The partitions of a disk.</summary>
/// <param name="files">Fills devices.</param>
internal sealed class DiskVolumes(IVolumeBackend files) : IVolumeBackend
{
    private const ulong LuksHeader = 2 * 1024 * 1024;
    private const int MostPrimary = 4;

    /// <inheritdoc/>
    public bool CountsByVolume => false;

    /// <inheritdoc/>
    public bool BuildsFromVolumes => true;

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> CreateAsync(
        PoolSnapshot pool, StorageVolumeDefinition asked, CancellationToken cancellation)
    {
        if (asked.Target.Encryption is { Format: not EncryptionFormat.Luks })
            throw StorageError.Unsupported("storage pool only supports LUKS encrypted volumes");
        var device = pool.Definition.Source.Devices[0];
        var isDos = DiskPool.FormatOf(pool.Definition) == "dos";
        var table = await PartitionTable.ReadAsync(device.Path, isDos, cancellation);
        var (kind, isLogical) = isDos ? DosKind(table, asked.Target.Format ?? "none") : ([asked.Name], false);
        var place = PartitionPlace.Find(
            table.Free, isLogical, asked.Capacity + (asked.Target.Encryption is null ? 0 : LuksHeader));
        var before = table.Partitions.Select(line => line.Number).ToHashSet();
        await Tool.RunAsync(
            "parted", [device.Path, "mkpart", "--script", .. kind, Bytes(place.Start), Bytes(place.End - 1)],
            cancellation);
        await BlockDevice.SettleAsync(cancellation);
        var after = await PartitionTable.ReadAsync(device.Path, isDos, cancellation);
        var number = after.Partitions.Select(line => line.Number).First(n => !before.Contains(n));
        try
        {
            var name = Path.GetFileName(PartitionTable.NodeOf(device, number));
            if (asked.Name != name)
                throw StorageError.Argument($"invalid partition name '{asked.Name}', expected '{name}'");
            var made = (await DiskPool.ReadAsync(pool.Definition, cancellation)).Volumes.First(v => v.Name == name);
            made = made with
            {
                Target = made.Target with { Format = asked.Target.Format, Encryption = asked.Target.Encryption },
            };
            if (made.Target.Encryption is not null)
            {
                made = made with { Capacity = made.Capacity - LuksHeader, Allocation = made.Allocation - LuksHeader };
                await files.BuildDeviceAsync(new VolumeBuild(pool, made, null, default), cancellation);
            }

            return made;
        }
        catch
        {
            await RemoveAsync(device.Path, number, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask BuildAsync(VolumeBuild build, CancellationToken cancellation) =>
        files.BuildDeviceAsync(build, cancellation);

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> RefreshAsync(
        PoolSnapshot pool, StorageVolumeDefinition volume, CancellationToken cancellation)
    {
        var contents = await DiskPool.ReadAsync(pool.Definition, cancellation);
        return contents.Volumes.FirstOrDefault(other => other.Name == volume.Name) ?? volume;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolDeleteFlags flags,
        CancellationToken cancellation)
    {
        BackendFlags.Only((uint)flags, 0, "virStorageBackendDiskDeleteVol");
        var device = pool.Definition.Source.Devices[0];
        var node = Path.GetFileName(RealPath.Of(volume.Path));
        var digits = node.Length - node.AsSpan().TrimEnd("0123456789").Length;
        if (digits == 0)
            throw StorageError.Internal($"cannot parse partition number from target '{node}'");
        var number = int.Parse(node.AsSpan(node.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture);
        if (Path.GetFileName(PartitionTable.NodeOf(device, number)) != node)
        {
            throw StorageError.Internal(
                $"Volume path '{node}' did not start with parent pool source device name.");
        }

        await RemoveAsync(device.Path, number, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<StorageVolumeDefinition> WipeAsync(
        PoolSnapshot pool,
        StorageVolumeDefinition volume,
        VirStorageVolWipeAlgorithm algorithm,
        CancellationToken cancellation)
    {
        if (volume.Partition == PartitionKind.Extended)
            throw StorageError.NoSupport($"cannot wipe extended partition '{volume.Path}'");
        await VolumeWipe.RunAsync(volume.Path, algorithm, cancellation);
        return volume;
    }

    /// <inheritdoc/>
    public string StreamPath(StorageVolumeDefinition volume, bool isUpload) => volume.Path;

    // A table of MS-DOS has room for four, one of which may be extended and hold more.
    private static (string[] Kind, bool IsLogical) DosKind(PartitionTable table, string format)
    {
        var fileSystem = format switch
        {
            "fat16" or "fat32" or "linux-swap" => format,
            _ => "ext2",
        };
        if (format == "extended")
        {
            return table.HasExtended
                ? throw StorageError.Internal("extended partition already exists")
                : (["extended"], false);
        }

        if (table.Partitions.Count(line => table.KindOf(line) != PartitionKind.Logical) < MostPrimary)
            return (["primary", fileSystem], false);
        return table.HasExtended
            ? (["logical", fileSystem], true)
            : throw StorageError.Internal("no extended partition found and no primary partition available");
    }

    private static async Task RemoveAsync(string device, int number, CancellationToken cancellation)
    {
        await Tool.RunAsync(
            "parted", [device, "rm", "--script", number.ToString(CultureInfo.InvariantCulture)], cancellation);
        await BlockDevice.SettleAsync(cancellation);
    }

    private static string Bytes(ulong value) => string.Create(CultureInfo.InvariantCulture, $"{value}B");
}
