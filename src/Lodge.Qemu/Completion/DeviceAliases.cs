using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion;

/// <summary>The names by which QEMU and a running guest's users know its devices, in libvirt's scheme.</summary>
public static class DeviceAliases
{
    /// <summary>Names every device that has no name yet.</summary>
    public static void Assign(DomainDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (var device in InOrder(definition))
        {
            Assign(definition, device);
        }
    }

    /// <summary>Names one device, so that no other of the guest has the name.</summary>
    public static void Assign(DomainDefinition definition, Device device)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(device);
        device.Alias ??= device switch
        {
            Model.Domain.Disk disk => Disk(disk, definition),
            Model.Domain.Controller controller => Controller(controller, definition),
            Interface { ActualType: InterfaceType.Hostdev } => Hostdev(definition),
            Interface => Next("net", definition.Interfaces),
            Filesystem => Next("fs", definition.Filesystems),
            Sound => Next("sound", definition.Sounds),
            Model.Domain.Hostdev => Hostdev(definition),
            Redirdev => Next("redir", definition.Redirdevs),
            Video => Next("video", definition.Videos),
            Input => Next("input", definition.Inputs),
            ParallelDevice => Next("parallel", definition.Parallels),
            SerialDevice => Next("serial", definition.Serials),
            ChannelDevice => Next("channel", definition.Channels),
            ConsoleDevice => Next("console", definition.Consoles),
            Hub => Next("hub", definition.Hubs),
            Shmem => Next("shmem", definition.Shmems),
            Smartcard => Next("smartcard", definition.Smartcards),
            Watchdog => "watchdog0",
            Memballoon { Model: not MemballoonModel.None } => "balloon0",
            Rng => Next("rng", definition.Rngs),
            Tpm => Next("tpm", definition.Tpms),
            MemoryDevice module => Memory(module, definition),
            Vsock => "vsock0",
            Iommu => "iommu0",
            _ => null,
        };
    }

    // Cards passed through whole take hostdevN names, so they come before the host's other devices.
    private static IEnumerable<Device> InOrder(DomainDefinition definition)
    {
        IEnumerable<IEnumerable<Device>> kinds =
        [
            definition.Disks, definition.Interfaces, definition.Filesystems, definition.Sounds, definition.Hostdevs,
            definition.Redirdevs, definition.Videos, definition.Controllers, definition.Inputs, definition.Parallels,
            definition.Serials, definition.Channels, definition.Consoles, definition.Hubs, definition.Shmems,
            definition.Smartcards, definition.Rngs, definition.Tpms, definition.MemoryDevices,
        ];
        var single = new Device?[]
        {
            definition.Watchdog, definition.Memballoon, definition.Vsock, definition.Iommu,
        };
        return kinds.SelectMany(kind => kind).Concat(single.OfType<Device>());
    }

    private static string Disk(Disk disk, DomainDefinition definition)
    {
        var bus = disk.Bus.ToXml();
        if (disk.Address is not DriveAddress drive)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bus}-disk{DiskName.Index(disk.Target)}");
        }

        var hasTargets = disk.Bus == DiskBus.Scsi
            && definition.Controllers.Find(one => one.Type == ControllerType.Scsi && one.Index == drive.Controller)
                ?.ScsiModel != ScsiControllerModel.Lsilogic;
        return hasTargets
            ? string.Create(
                CultureInfo.InvariantCulture, $"{bus}{drive.Controller}-{drive.Bus}-{drive.Target}-{drive.Unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{bus}{drive.Controller}-{drive.Bus}-{drive.Unit}");
    }

    private static string Controller(Controller controller, DomainDefinition definition) => controller.Type switch
    {
        ControllerType.Pci when controller.PciModel == PciControllerModel.PcieRoot =>
            string.Create(CultureInfo.InvariantCulture, $"pcie.{controller.Index}"),
        ControllerType.Pci => string.Create(CultureInfo.InvariantCulture, $"pci.{controller.Index}"),

        // Built into the board, under names of QEMU's own.
        ControllerType.Ide when controller.Index == 0 && definition.Os.IsI440Fx => "ide",
        ControllerType.Sata when controller.Index == 0 && definition.Os.IsQ35 => "ide",
        ControllerType.Usb when controller.Index == 0 => "usb",
        _ => string.Create(CultureInfo.InvariantCulture, $"{controller.Type.ToXml()}{controller.Index}"),
    };

    private static string Memory(MemoryDevice module, DomainDefinition definition)
    {
        var prefix = module.Model switch
        {
            MemoryModel.Nvdimm => "nvdimm",
            MemoryModel.VirtioPmem => "virtiopmem",
            MemoryModel.VirtioMem => "virtiomem",
            MemoryModel.SgxEpc => "epc",
            _ => "dimm",
        };
        return module.Address is DimmAddress dimm
            ? string.Create(CultureInfo.InvariantCulture, $"{prefix}{dimm.Slot}")
            : Next(prefix, definition.MemoryDevices);
    }

    private static string Hostdev(DomainDefinition definition) =>
        Next("hostdev", definition.Hostdevs.Cast<Device>().Concat(definition.Interfaces));

    private static string Next(string prefix, IEnumerable<Device> devices)
    {
        var next = 0;
        foreach (var device in devices)
        {
            if (device.Alias?.StartsWith(prefix, StringComparison.Ordinal) != true) continue;
            if (int.TryParse(device.Alias.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var number))
            {
                next = Math.Max(next, number + 1);
            }
        }

        return prefix + next.ToString(CultureInfo.InvariantCulture);
    }
}
