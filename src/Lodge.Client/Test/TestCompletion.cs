using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Test;

/// <summary>Fills in what libvirt's test driver fills into a description.</summary>
internal static class TestCompletion
{
    /// <exception cref="VirException">The name cannot be a file's.</exception>
    public static void Complete(DomainDefinition domain)
    {
        if (domain.Name.Contains('/', StringComparison.Ordinal))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_DOMAIN,
                $"name {domain.Name} cannot contain '/'");
        }

        if (domain.CurrentMemory == 0 || domain.CurrentMemory > domain.Memory)
        {
            domain.CurrentMemory = domain.Memory;
        }

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
