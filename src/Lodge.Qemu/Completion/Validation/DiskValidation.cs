using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Disks, as libvirt's common code judges them (<c>virDomainDiskDefValidate</c>).</summary>
internal static class DiskValidation
{
    private static readonly string[] Pairs = ["bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"];
    private static readonly string[] Prefixes = ["hd", "sd", "vd", "xvd", "ubd"];

    public static VirException? Find(DomainDefinition domain, Disk disk) =>
        (disk.Target is null ? NoTarget(disk.Source) : null)
        ?? FindSources(disk.Source) ?? FindKind(disk) ?? FindThrottle(disk.IoTune)
        ?? FindBus(disk) ?? FindVhostUser(disk) ?? FindLabels(domain, disk) ?? FindIdentity(disk)
        ?? FindStartup(disk) ?? FindTarget(disk);

    /// <summary>Whether label overrides of a source can work where the guest's own labelling is off.</summary>
    public static VirException? FindLabels(DomainDefinition domain, IEnumerable<DeviceSecurityLabel> labels) =>
        labels.Any(label => domain.SecurityLabels.Exists(own => own.Model == label.Model && !own.Relabel))
            ? DomainUnsupported("label overrides require relabeling to be enabled at the domain level") : null;

    private static VirException NoTarget(StorageSource source) => Domain(VirErrorNumber.VIR_ERR_NO_TARGET,
        source.Volume is { } volume ? $"pool = '{volume.Pool}', volume = '{volume.Volume}'" : source.Path ?? "");

    private static VirException? FindSources(StorageSource source)
    {
        for (var layer = source; layer is not null; layer = layer.Backing)
        {
            if ((FindAuth(layer) ?? FindEncryption(layer)) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static VirException? FindAuth(StorageSource source) =>
        source is not { Type: StorageType.Network, Network: { } network, Auth: { } auth } ? null
        : network.Protocol is StorageProtocol.Nbd or StorageProtocol.Sheepdog or StorageProtocol.Gluster
            or StorageProtocol.Tftp or StorageProtocol.Vxhs or StorageProtocol.Nfs
            ? DomainUnsupported($"authentication is not supported for protocol '{network.Protocol.ToXml()}'")
        : !SecretUsageNames.Table.TryParse(auth.Secret.Type, out var usage)
            ? DomainUnsupported($"unknown secret type '{auth.Secret.Type ?? "<null>"}'")
        : (network.Protocol == StorageProtocol.Iscsi && usage != SecretUsage.Iscsi)
            || (network.Protocol == StorageProtocol.Rbd && usage != SecretUsage.Ceph)
            ? DomainUnsupported($"invalid secret type '{usage.ToXml()}'")
        : null;

    private static VirException? FindEncryption(StorageSource source) =>
        source.Encryption is { Format: EncryptionFormat.Luks, Cipher.Name: not null }
            ? DomainUnsupported("supplying <cipher> for domain disk definition is unnecessary")
        : source.Type != StorageType.Network && source.Network?.Snapshot is not null
            ? DomainXml("<snapshot> element is currently supported only with 'rbd' disks")
        : source.Type != StorageType.Network && source.Network?.ConfigFile is not null
            ? DomainXml("<config> element is currently supported only with 'rbd' disks")
        : null;

    private static VirException? FindKind(Disk disk) =>
        disk.Sgio == SgioFilter.Unfiltered ? DomainUnsupported("unfiltered sgio is no longer supported")
        : disk.Kind == DiskDevice.Lun ? FindLun(disk.Source)
        : disk.Source.Reservations is not null ? DomainUnsupported("<reservations/> allowed only for lun devices")
        : disk.RawIo is not null ? DomainUnsupported("rawio can be used only with device='lun'")
        : disk.Sgio != SgioFilter.Default ? DomainUnsupported("sgio can be used only with device='lun'")
        : null;

    private static VirException? FindLun(StorageSource source) => source switch
    {
        { Type: StorageType.Network, Network: { Protocol: not StorageProtocol.Iscsi } network } => DomainUnsupported(
            $"disk device='lun' is not supported for protocol='{network.Protocol.ToXml()}'"),
        { Type: not (StorageType.Network or StorageType.Block or StorageType.Volume) } =>
            DomainUnsupported("disk device='lun' is only valid for block type disk source"),
        { Format: not (StorageFormat.Raw or StorageFormat.None) } =>
            DomainUnsupported("disk device 'lun' must use 'raw' format"),
        { Slice: not null } => DomainUnsupported("disk device 'lun' doesn't support storage slice"),
        { Encryption.Format: not EncryptionFormat.Default } =>
            DomainUnsupported("disk device 'lun' doesn't support encryption"),
        _ => null,
    };

    private static VirException? FindThrottle(IoTune? tune) =>
        tune is not null && Array.Find(Pairs, pair => tune["total_" + pair] > 0
            && (tune["read_" + pair] > 0 || tune["write_" + pair] > 0)) is { } pair
            ? DomainXml($"total and read/write {pair} cannot be set at the same time") : null;

    private static VirException? FindBus(Disk disk) =>
        disk.Bus is DiskBus.Ide or DiskBus.Fdc or DiskBus.Scsi or DiskBus.Sata
            && disk.Address is not (null or DriveAddress)
            ? DomainUnsupported($"Invalid address type '{disk.Address.Type.ToXml()}' for the disk '{disk.Target}' "
                + $"with the bus type '{disk.Bus.ToXml()}'")
        : disk.IsVirtio ? null
        : disk.Model != DiskModel.Default ? DomainUnsupported(
            $"disk model '{disk.Model.ToXml()}' not supported for bus '{disk.Bus.ToXml()}'")
        : disk.Driver.Queues > 0 ? DomainUnsupported(
            "queues attribute in disk driver element is only supported by virtio-blk")
        : disk.Driver.EventIndex is not null ? DomainUnsupported("disk event_idx mode supported only for virtio bus")
        : disk.Driver.IoEventFd is not null ? DomainUnsupported("disk ioeventfd mode supported only for virtio bus")
        : VirtioOptionValidation.FindAny(disk.Driver.Virtio);

    private static VirException? FindVhostUser(Disk disk) =>
        disk.Source.Type == StorageType.Nvme && disk.Source.Nvme is { Namespace: 0 }
            ? DomainUnsupported("NVMe namespace can't be zero")
        : disk.Source.Type == StorageType.Vhostuser ? VhostUserDiskValidation.Find(disk)
        : null;

    private static VirException? FindLabels(DomainDefinition domain, Disk disk)
    {
        for (var layer = disk.Source; layer is not null; layer = layer.Backing)
        {
            if (FindLabels(domain, layer.SecurityLabels) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static VirException? FindIdentity(Disk disk) =>
        disk.Tray == TrayState.Open && disk.Kind is not (DiskDevice.Floppy or DiskDevice.Cdrom)
            ? DomainUnsupported("tray is only valid for cdrom and floppy")
        : disk.Wwn is { } name && !WorldWideName.IsValid(name)
            ? new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, $"Malformed wwn: {name}")
        : disk.Vendor is { } vendor && !IsPrintable(vendor) ? DomainXml("disk vendor is not printable string")
        : disk.Vendor is { Length: > 8 } ? DomainUnsupported("disk vendor is more than 8 characters")
        : disk.Product is { } product && !IsPrintable(product) ? DomainXml("disk product is not printable string")
        : disk.Product is { Length: > 16 } ? DomainUnsupported("disk product is more than 16 characters")
        : disk.Kind == DiskDevice.Floppy && disk.Bus != DiskBus.Fdc ? Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Invalid bus type '{disk.Bus.ToXml()}' for floppy disk")
        : disk.Kind != DiskDevice.Floppy && disk.Bus == DiskBus.Fdc ? Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Invalid bus type 'fdc' for disk")
        : disk.Removable is not null && disk.Bus != DiskBus.Usb
            ? DomainXml("removable is only valid for usb disks")
        : null;

    private static VirException? FindStartup(Disk disk) => disk.StartupPolicy switch
    {
        StartupPolicy.Default => null,
        _ when disk.Source.Type is not (StorageType.Volume or StorageType.File or StorageType.Block
            or StorageType.Dir) =>
            DomainXml($"disk startupPolicy '{disk.StartupPolicy.ToXml()}' is not allowed for disk of "
                + $"'{disk.Source.Type.ToXml()}' type"),
        StartupPolicy.Requisite when disk.Kind is not (DiskDevice.Cdrom or DiskDevice.Floppy) =>
            DomainXml("disk startupPolicy 'requisite' is allowed only for cdrom or floppy"),
        _ => null,
    };

    private static VirException? FindTarget(Disk disk) =>
        disk.Kind is DiskDevice.Disk or DiskDevice.Lun
            && !Array.Exists(Prefixes, prefix => disk.Target!.StartsWith(prefix, StringComparison.Ordinal))
            ? Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Invalid harddisk device name: {disk.Target}")
        : disk.Kind == DiskDevice.Floppy && !disk.Target!.StartsWith("fd", StringComparison.Ordinal)
            ? Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Invalid floppy device name: {disk.Target}")
        : disk.Kind == DiskDevice.Disk && disk.Source.IsEmpty
            ? Domain(VirErrorNumber.VIR_ERR_NO_SOURCE, disk.Target!)
        : null;

    private static bool IsPrintable(string text) => text.All(letter => letter is >= ' ' and <= '~');
}
