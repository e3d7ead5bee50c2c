using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a disk has without being told.</summary>
internal static class DiskDefaults
{
    private const string XenPrefix = "ioemu:";

    public static void Apply(Disk disk, DomainDefinition domain)
    {
        disk.Driver.Name ??= "qemu";
        if (disk.Source is { Format: StorageFormat.None, Type: not StorageType.Volume })
        {
            disk.Source.Format = StorageFormat.Raw;
        }

        if (disk.Mirror?.Source is { Format: StorageFormat.None } mirror)
        {
            mirror.Format = StorageFormat.Raw;
        }

        for (var source = disk.Source; source is { Type: not StorageType.None }; source = source.Backing)
        {
            if (source.Encryption is { Engine: EncryptionEngine.Default } encryption)
            {
                encryption.Engine = EncryptionEngine.Qemu;
            }
        }

        if (disk.Target?.StartsWith(XenPrefix, StringComparison.Ordinal) == true)
        {
            disk.Target = disk.Target[XenPrefix.Length..];
        }

        disk.Readonly |= disk.Kind == DiskDevice.Cdrom;
        disk.Bus = disk.Bus == DiskBus.None ? UsualBus(disk) : disk.Bus;
        if (disk.Snapshot == SnapshotLocation.Default && (disk.Readonly || disk.Source.Type == StorageType.Vhostuser))
        {
            disk.Snapshot = SnapshotLocation.No;
        }

        CompleteSource(disk.Source);
        if (disk is { Address: null, Target: not null })
        {
            disk.Address = DiskPlace.For(disk, domain);
        }

        ShareLimits(disk, domain);
    }

    /// <summary>An iSCSI name without a unit means the first one; an NVMe device is taken from its driver.</summary>
    private static void CompleteSource(StorageSource source)
    {
        if (source is { Type: StorageType.Network, Network.Protocol: StorageProtocol.Iscsi, Path: { } path }
            && !path.Contains('/', StringComparison.Ordinal))
        {
            source.Path = path + "/0";
        }

        if (source.Nvme is { Managed: null } nvme)
        {
            nvme.Managed = true;
        }
    }

    private static DiskBus UsualBus(Disk disk)
    {
        if (disk.Kind == DiskDevice.Floppy)
        {
            return DiskBus.Fdc;
        }

        return disk.Target switch
        {
            ['s', 'd', ..] => DiskBus.Scsi,
            ['v', 'd', ..] => DiskBus.Virtio,
            ['x', 'v', 'd', ..] => DiskBus.Xen,
            ['u', 'b', 'd', ..] => DiskBus.Uml,
            _ => DiskBus.Ide,
        };
    }

    /// <summary>A disk that only names a group has the limits of that group.</summary>
    private static void ShareLimits(Disk disk, DomainDefinition domain)
    {
        if (disk.IoTune is not { GroupName: { } group } own || own.HasLimits)
        {
            return;
        }

        if (domain.Disks.Find(other => other.IoTune is { HasLimits: true } limits
            && limits.GroupName == group) is { } first)
        {
            disk.IoTune = first.IoTune;
        }
    }
}
