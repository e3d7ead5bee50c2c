using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a device of the host has without being told.</summary>
internal static class HostdevDefaults
{
    // The controller itself sits at the eighth place of a narrow bus, and no place after it is tried.
    private const uint ScsiUnits = 7;

    public static void Apply(Hostdev hostdev, DomainDefinition domain)
    {
        if (hostdev.Mode != HostdevMode.Subsystem)
        {
            return;
        }

        switch (hostdev.Type)
        {
            case HostdevType.Scsi:
                ApplyScsi(hostdev, domain);
                break;
            case HostdevType.Mdev:
                ApplyMediated(hostdev);
                break;
        }
    }

    private static void ApplyScsi(Hostdev hostdev, DomainDefinition domain)
    {
        if (hostdev.Scsi is { IscsiName: { } name } scsi && !name.Contains('/', StringComparison.Ordinal))
        {
            scsi.IscsiName = name + "/0";
        }

        hostdev.Address ??= FreePlace(domain);
        if (hostdev.Address is DriveAddress place
            && domain.Disks.Exists(disk => disk.Bus == DiskBus.Scsi && place.Equals(disk.Address)))
        {
            throw Refusal.DomainXml($"SCSI host address controller='{place.Controller}' bus='{place.Bus}' "
                + $"target='{place.Target}' unit='{place.Unit}' in use by a SCSI disk");
        }
    }

    private static DriveAddress FreePlace(DomainDefinition domain)
    {
        for (uint controller = 0; ; controller++)
        {
            for (uint unit = 0; unit < ScsiUnits; unit++)
            {
                var place = new DriveAddress { Controller = controller, Unit = unit };
                var taken = domain.Disks.Exists(disk => disk.Bus == DiskBus.Scsi && place.Equals(disk.Address))
                    || domain.Hostdevs.Exists(other => other is { Mode: HostdevMode.Subsystem, Type: HostdevType.Scsi }
                        && place.Equals(other.Address));
                if (!taken)
                {
                    return place;
                }
            }
        }
    }

    private static void ApplyMediated(Hostdev hostdev)
    {
        if (hostdev.MediatedModel == MediatedDeviceModel.VfioPci)
        {
            hostdev.Display ??= false;
        }

        var wrong = hostdev.Address is not null && hostdev.MediatedModel switch
        {
            MediatedDeviceModel.VfioPci => hostdev.Address is not PciAddress,
            MediatedDeviceModel.VfioCcw => hostdev.Address is not CcwAddress,
            _ => false,
        };
        if (wrong)
        {
            throw Refusal.DomainXml(
                $"Unsupported address type '{hostdev.Address!.Type.ToXml()}' with mediated device model "
                + $"'{hostdev.MediatedModel.ToXml()}'");
        }
    }
}
