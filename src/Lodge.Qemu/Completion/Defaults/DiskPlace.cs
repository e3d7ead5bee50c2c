using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>Where a disk's name puts it on its bus (<c>virDomainDiskDefAssignAddress</c>).</summary>
internal static class DiskPlace
{
    /// <summary>Units of a SCSI bus that a disk's name can mean, on controllers of every width.</summary>
    private const int ScsiUnits = 7;

    public static DeviceAddress? For(Disk disk, DomainDefinition domain)
    {
        var number = DiskName.Index(disk.Target);
        if (number < 0)
        {
            throw Refusal.DomainXml($"Unknown disk name '{disk.Target}' and no address specified");
        }

        return disk.Bus switch
        {
            DiskBus.Scsi => Scsi(disk, (uint)number, domain),
            DiskBus.Ide => new DriveAddress
            {
                Controller = (uint)number / 4, Bus = (uint)number % 4 / 2, Unit = (uint)number % 2,
            },
            DiskBus.Sata => new DriveAddress { Controller = (uint)number / 6, Unit = (uint)number % 6 },
            DiskBus.Fdc => new DriveAddress { Controller = (uint)number / 2, Unit = (uint)number % 2 },
            _ => null,
        };
    }

    private static DriveAddress Scsi(Disk disk, uint number, DomainDefinition domain)
    {
        var address = new DriveAddress { Controller = number / ScsiUnits, Unit = number % ScsiUnits };
        return domain.Hostdevs.Exists(hostdev => hostdev is { Mode: HostdevMode.Subsystem, Type: HostdevType.Scsi }
            && address.Equals(hostdev.Address))
            ? throw Refusal.DomainUnsupported(
                $"using disk target name '{disk.Target}' conflicts with SCSI host device address "
                + $"controller='{address.Controller}' bus='0' target='0' unit='{address.Unit}")
            : address;
    }
}
