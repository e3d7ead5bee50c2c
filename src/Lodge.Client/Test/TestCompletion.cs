using Lodge.Model.Domain;

namespace Lodge.Client.Test;

/// <summary>Fills in what libvirt's test driver fills into a description.</summary>
internal static class TestCompletion
{
    public static void Complete(DomainDefinition domain)
    {
        domain.Os.Architecture ??= "i686";
        var hasBootOrder = domain.Disks.Any(disk => disk.BootOrder > 0)
            || domain.Interfaces.Any(card => card.BootOrder > 0);
        if (domain.Os is { Type: OsType.Hvm, Kernel: null } && domain.Os.BootDevices.Count == 0 && !hasBootOrder)
        {
            domain.Os.BootDevices.Add(BootDevice.Hd);
        }

        foreach (var disk in domain.Disks.Where(disk => disk.Bus == DiskBus.None))
        {
            disk.Bus = (disk.Target ?? "") switch
            {
                ['h', 'd', ..] => DiskBus.Ide,
                ['s', 'd', ..] => DiskBus.Scsi,
                ['f', 'd', ..] => DiskBus.Fdc,
                ['v', 'd', ..] => DiskBus.Virtio,
                ['x', 'v', 'd', ..] => DiskBus.Xen,
                _ => DiskBus.None,
            };
        }

        var next = 0;
        foreach (var card in domain.Interfaces.Where(card => card.TargetDevice is null))
        {
            while (domain.Interfaces.Any(other => other.TargetDevice == $"testnet{next}"))
            {
                next++;
            }

            card.TargetDevice = $"testnet{next}";
        }
    }
}
