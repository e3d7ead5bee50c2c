using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Disks, as QEMU can have them (<c>qemuValidateDomainDeviceDefDisk</c>).</summary>
internal static class DiskFrontValidation
{
    /// <summary>The largest limit that QEMU's throttling takes.</summary>
    private const ulong LargestLimit = 1000000000000000;

    private static readonly System.Buffers.SearchValues<char> SafeSerial = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ .+");

    public static VirException? Find(DomainDefinition domain, Disk disk, IMachineFacts facts) =>
        FindGeometry(disk) ?? FindMedia(disk) ?? FindNames(disk, facts) ?? FindLun(disk, facts) ?? FindRotation(disk)
        ?? FindBus(disk) ?? FindMode(disk, facts) ?? FindSerial(disk) ?? FindIoThread(domain, disk)
        ?? FindThrottle(domain, disk) ?? FindTransient(disk) ?? FindRest(domain, disk, facts);

    private static VirException? FindGeometry(Disk disk) =>
        disk.Geometry is not { Cylinders: > 0, Heads: > 0, Sectors: > 0 } geometry ? null
        : disk.Bus is DiskBus.Usb or DiskBus.Sd
            ? Unsupported($"CHS geometry can not be set for '{disk.Bus.ToXml()}' bus")
        : geometry.Translation != GeometryTranslation.Default && disk.Bus != DiskBus.Ide ? Unsupported(
            $"CHS translation mode can only be set for 'ide' bus not '{disk.Bus.ToXml()}'")
        : null;

    private static VirException? FindMedia(Disk disk) =>
        disk.Serial is not null && disk.Bus == DiskBus.Sd
            ? Internal("Serial property not supported for drive bus 'sd'")
        : disk.Kind == DiskDevice.Cdrom && disk.Bus is DiskBus.Virtio or DiskBus.Sd && disk.Kind == DiskDevice.Cdrom
            ? Unsupported($"disk type of '{disk.Target}' does not support ejectable media")
        : disk.Driver.CopyOnRead != true ? null
        : disk.Readonly ? Unsupported($"copy_on_read is not compatible with read-only disk '{disk.Target}'")
        : disk.Kind is DiskDevice.Cdrom or DiskDevice.Floppy
            ? Unsupported($"copy_on_read is not supported with removable disk '{disk.Target}'")
        : null;

    private static VirException? FindNames(Disk disk, IMachineFacts facts) =>
        disk.Wwn is not null && disk.Bus is not (DiskBus.Ide or DiskBus.Scsi)
            ? Unsupported("Only ide and scsi disk support wwn")
        : disk.Wwn is not null && disk.Bus == DiskBus.Ide && !facts.Has(QemuCapability.IdeDriveWwn)
            ? Unsupported("Setting wwn for ide disk is not supported by this QEMU")
        : (disk.Vendor ?? disk.Product) is not null && disk.Bus != DiskBus.Scsi
            ? Unsupported("Only scsi disk supports vendor and product")
        : null;

    private static VirException? FindLun(Disk disk, IMachineFacts facts) =>
        disk.Kind != DiskDevice.Lun ? null
        : disk.Bus is not (DiskBus.Virtio or DiskBus.Scsi)
            ? Unsupported($"disk device='lun' is not supported for bus='{disk.Bus.ToXml()}'")
        : disk.Bus == DiskBus.Scsi && !facts.Has(QemuCapability.ScsiBlock)
            ? Unsupported("This QEMU doesn't support scsi-block for lun passthrough")
        : disk.Driver.CopyOnRead == true
            ? Unsupported($"copy_on_read is not compatible with 'lun' disk '{disk.Target}'")
        : disk.Wwn is not null ? Unsupported("Setting wwn is not supported for lun device")
        : (disk.Vendor ?? disk.Product) is not null
            ? Unsupported("Setting vendor or product is not supported for lun device")
        : null;

    private static VirException? FindRotation(Disk disk) =>
        disk.RotationRate == 0 ? null
        : disk.Bus is not (DiskBus.Scsi or DiskBus.Ide or DiskBus.Sata)
            ? Internal("rotation rate is only valid for SCSI/IDE/SATA bus")
        : disk.Kind != DiskDevice.Disk ? Internal("rotation rate is only valid for disk device")
        : null;

    private static VirException? FindBus(Disk disk) => disk.Bus switch
    {
        DiskBus.Scsi or DiskBus.Ide or DiskBus.Fdc or DiskBus.Sata when disk.Address is not DriveAddress =>
            Internal($"unexpected address type for {disk.Bus.ToXml()} disk"),
        DiskBus.Usb when disk.Address is not (null or UsbAddress) =>
            Internal("unexpected address type for usb disk"),
        DiskBus.Ide or DiskBus.Sata when disk.Readonly && disk.Kind == DiskDevice.Disk =>
            Unsupported($"readonly {disk.Bus.ToXml()} disks are not supported"),
        _ => null,
    };

    private static VirException? FindMode(Disk disk, IMachineFacts facts) => disk.Driver.Io switch
    {
        DiskIo.Native when disk.Driver.Cache is not (DiskCache.Directsync or DiskCache.None) =>
            Unsupported("io='native' needs either no disk cache or directsync cache mode"),
        DiskIo.IoUring when !facts.Has(QemuCapability.AioIoUring) =>
            Unsupported("io uring is not supported by this QEMU binary"),
        _ => null,
    };

    private static VirException? FindSerial(Disk disk) =>
        disk.Serial is not { } serial ? null
        : disk.Bus == DiskBus.Scsi && disk.Kind == DiskDevice.Lun
            ? Unsupported("scsi-block 'lun' devices do not support the serial property")
        : serial.AsSpan().ContainsAnyExcept(SafeSerial)
            ? Internal($"driver serial '{serial}' contains unsafe characters")
        : null;

    private static VirException? FindIoThread(DomainDefinition domain, Disk disk) =>
        disk.Driver.IoThread == 0 ? null
        : !disk.IsVirtio
            ? Unsupported($"IOThreads not available for bus {disk.Bus.ToXml()} target {disk.Target}")
        : domain.IoThreads.Find(disk.Driver.IoThread) is null
            ? Unsupported($"Disk iothread '{disk.Driver.IoThread}' not defined in iothreadid")
        : null;

    private static VirException? FindThrottle(DomainDefinition domain, Disk disk)
    {
        if (disk.IoTune is not { } tune)
        {
            return null;
        }

        if (tune.GroupName is { } group)
        {
            if (!tune.HasLimits)
            {
                return Unsupported("group_name can be configured only together with settings");
            }

            var other = domain.Disks.Find(peer => peer.Target != disk.Target && peer.IoTune?.GroupName == group
                && !peer.IoTune.HasSameLimits(tune));
            if (other is not null)
            {
                return Unsupported($"different iotunes for disks {disk.Target} and {other.Target}");
            }
        }

        return tune.Largest > LargestLimit
            ? new VirException(VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU,
                $"block I/O throttle limit must be no more than {LargestLimit} using QEMU")
            : null;
    }

    private static VirException? FindTransient(Disk disk) =>
        !disk.Transient ? null
        : disk.Source.IsEmpty ? Unsupported($"transient disk '{disk.Target}' must not be empty")
        : disk.Readonly ? Unsupported($"transient disk '{disk.Target}' must not be read-only")
        : disk.Source.Type != StorageType.File
            ? Unsupported($"transient disk supported only with 'file' type ({disk.Target})")
        : disk.Kind != DiskDevice.Disk
            ? Unsupported($"transient disk supported only with 'disk' device ({disk.Target})")
        : disk.TransientShareBacking == true && disk.Bus is not (DiskBus.Usb or DiskBus.Virtio or DiskBus.Scsi)
            ? Unsupported($"disk bus '{disk.Bus.ToXml()}' doesn't support transiend disk backing image sharing")
        : null;

    private static VirException? FindRest(DomainDefinition domain, Disk disk, IMachineFacts facts) =>
        disk.Shareable && !disk.Readonly && disk.Source.Format != StorageFormat.Raw
            ? Unsupported($"shared access for disk '{disk.Target}' requires use of supported storage format")
        : disk.Driver.Name is { } name && name != "qemu"
            ? Unsupported($"unsupported driver name '{name}' for disk '{disk.Target}'")
        : !DiskName.TryParse(disk.Target, out _, out var partition)
            ? Unsupported($"invalid disk target '{disk.Target}'")
        : partition != 0 ? Unsupported(
            $"invalid disk target '{disk.Target}', partitions can't appear in disk targets")
        : StorageValidation.Find(disk, facts)
            ?? (disk.Source.Type == StorageType.Vhostuser ? MemoryValidation.FindUnshared(domain, "vhostuser") : null);
}
