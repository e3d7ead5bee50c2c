using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>A disk as the guest sees it.</summary>
internal static class DiskProperties
{
    /// <summary>The device's properties.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="bootIndex">Its turn when booting; 0 for none.</param>
    /// <param name="scope">The guest.</param>
    public static QemuProperties Of(Disk disk, uint bootIndex, GuestScope scope)
    {
        var properties = Driver(disk, scope).AddDriveAddress(disk, disk.Bus, scope);
        var isVhostUser = disk.Source.Type == StorageType.Vhostuser;
        var (writeErrors, readErrors) = ErrorPolicies(disk.Driver);
        return properties
            .Add("device_id", disk.Bus == DiskBus.Scsi && disk.Kind != DiskDevice.Lun ? VitalProductId(disk) : null)
            .Add("share-rw", disk.Shareable ? true : null)
            .Add("drive", isVhostUser ? null : TopNode(disk))
            .Add("chardev", isVhostUser ? VhostUserCharacter(disk) : null)
            .Add("id", disk.Alias)
            .AddNonZero("bootindex", disk.Kind == DiskDevice.Floppy ? 0 : bootIndex)
            .AddNonZero("logical_block_size", disk.LogicalBlockSize)
            .AddNonZero("physical_block_size", disk.PhysicalBlockSize)
            .Add("wwn", WorldWideName(disk.Wwn))
            .AddNonZero("rotation_rate", disk.RotationRate)
            .Add("vendor", disk.Vendor)
            .Add("product", disk.Product)
            .Add("removable", Removable(disk, scope))
            .AddOnOff("write-cache", WriteCache(disk))
            .AddNonZero("cyls", disk.Geometry?.Cylinders)
            .AddNonZero("heads", disk.Geometry?.Heads)
            .AddNonZero("secs", disk.Geometry?.Sectors)
            .Add("bios-chs-trans", Translation(disk.Geometry))
            .Add("serial", disk.Serial?.Replace(" ", "\\ ", StringComparison.Ordinal))
            .Add("werror", writeErrors)
            .Add("rerror", readErrors);
    }

    /// <summary>The node the device reads and writes; null for an empty drive.</summary>
    public static string? TopNode(Disk disk) =>
        disk.Source.IsEmpty ? null
        : disk.Driver.CopyOnRead == true ? BlockNames.CopyOnRead(disk.Target!)
        : BlockNames.Of(disk.Source).Format;

    /// <summary>The filter that copies what is read up from below, or null.</summary>
    public static QemuProperties? CopyOnReadNode(Disk disk) =>
        disk.Driver.CopyOnRead != true || disk.Source.IsEmpty
            ? null
            : new QemuProperties()
                .Add("driver", "copy-on-read")
                .Add("node-name", BlockNames.CopyOnRead(disk.Target!))
                .Add("file", BlockNames.Of(disk.Source).Format)
                .Add("discard", "unmap");

    /// <summary>The id of the socket of a disk that another process serves.</summary>
    public static string VhostUserCharacter(Disk disk) => "chr-vu-" + disk.Alias;

    private static QemuProperties Driver(Disk disk, GuestScope scope)
    {
        var isCdrom = disk.Kind == DiskDevice.Cdrom;
        return disk.Bus switch
        {
            DiskBus.Ide or DiskBus.Sata => QemuProperties.Device(isCdrom ? "ide-cd" : "ide-hd"),
            DiskBus.Scsi when disk.Kind == DiskDevice.Lun => QemuProperties.Device("scsi-block"),
            DiskBus.Scsi => QemuProperties.Device(isCdrom ? "scsi-cd" : "scsi-hd"),
            DiskBus.Virtio => Virtio(disk, scope),
            DiskBus.Usb => QemuProperties.Device("usb-storage"),
            DiskBus.Fdc => QemuProperties.Device("floppy"),
            _ => throw ConfigurationError.Internal($"unsupported disk bus '{disk.Bus.ToXml()}' with device setup"),
        };
    }

    private static QemuProperties Virtio(Disk disk, GuestScope scope)
    {
        var isVhostUser = disk.Source.Type == StorageType.Vhostuser;
        var driver = disk.Driver;
        bool? scsi = isVhostUser || !scope.Capabilities.Has(QemuCapability.VirtioBlkScsi) ? null
            : disk.Kind == DiskDevice.Lun ? true
            : scope.Capabilities.Has(QemuCapability.VirtioBlkScsiDefaultDisabled) ? null
            : false;
        return VirtioProperties.Start(
                isVhostUser ? "vhost-user-blk" : "virtio-blk", disk, disk.Model.ToXml(), driver.Virtio, scope)
            .Add("iothread", IoThreadObjects.Alias(driver.IoThread))
            .Add("ioeventfd", driver.IoEventFd)
            .Add("event_idx", driver.EventIndex)
            .Add("scsi", scsi)
            .AddNonZero("num-queues", driver.Queues)
            .AddNonZero("queue-size", driver.QueueSize);
    }

    // QEMU used the drive's own name for this page before nodes had names; guests must not see it change.
    private static string VitalProductId(Disk disk) => disk.Serial ?? "drive-" + disk.Alias;

    private static bool? Removable(Disk disk, GuestScope scope) =>
        disk.Bus == DiskBus.Usb && scope.Capabilities.Has(QemuCapability.UsbStorageRemovable)
            ? disk.Removable ?? false
            : null;

    private static bool? WriteCache(Disk disk)
    {
        var cache = BlockPolicy.EffectiveCache(disk);
        return cache == DiskCache.Default || disk.Kind == DiskDevice.Lun ? null : BlockPolicy.IsWriteBack(cache);
    }

    private static ulong? WorldWideName(string? text)
    {
        if (text is null) return null;
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var name)
            ? name
            : throw ConfigurationError.InvalidArgument($"Failed to parse wwn '{text}' as number");
    }

    private static string? Translation(DiskGeometry? geometry) =>
        geometry is null or { Translation: GeometryTranslation.Default } ? null : geometry.Translation.ToXml();

    private static (string? Write, string? Read) ErrorPolicies(DiskDriver driver)
    {
        var write = driver.ErrorPolicy == DiskErrorPolicy.Default ? null : driver.ErrorPolicy.ToXml();
        var read = driver.ReadErrorPolicy == DiskErrorPolicy.Default ? null : driver.ReadErrorPolicy.ToXml();
        return driver.ErrorPolicy == DiskErrorPolicy.Enospace ? ("enospc", read) : (write, read ?? write);
    }
}
