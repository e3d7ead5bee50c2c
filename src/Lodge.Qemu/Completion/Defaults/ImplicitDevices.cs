using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>Devices that others imply: consoles, controllers, and a video device for a screen.</summary>
internal static class ImplicitDevices
{
    public static void Add(DomainDefinition domain)
    {
        PairConsole(domain);
        AddDiskControllers(domain, ControllerType.Scsi, DiskBus.Scsi);
        AddDiskControllers(domain, ControllerType.Fdc, DiskBus.Fdc);
        AddDiskControllers(domain, ControllerType.Ide, DiskBus.Ide);
        AddDiskControllers(domain, ControllerType.Sata, DiskBus.Sata);
        AddVirtioSerial(domain);
        AddSmartcardReaders(domain);
        AddHostdevControllers(domain);
        if (domain.Graphics.Count > 0 && domain.Videos.Count == 0)
        {
            domain.Videos.Add(new Video());
        }
    }

    /// <summary>
    /// The first console is another name of the first serial port, each made where the other is there.
    /// </summary>
    private static void PairConsole(DomainDefinition domain)
    {
        if (domain.Consoles.Skip(1).Any(console => console.TargetType == ConsoleTarget.Serial))
        {
            throw Refusal.DomainUnsupported("Only the first console can be a serial port");
        }

        if (domain.Os.Type != OsType.Hvm)
        {
            return;
        }

        if (domain.Consoles.Count > 0 && domain.IsSerialName(domain.Consoles[0]))
        {
            var console = domain.Consoles[0];
            if (domain.Serials.Count == 0)
            {
                domain.Serials.Add(new SerialDevice(console.Source)
                {
                    Port = 0, Alias = console.Alias, Address = console.Address,
                });
            }

            domain.Consoles[0] = new ConsoleDevice { TargetType = ConsoleTarget.Serial, Port = 0 };
        }
        else if (domain.Serials.Count > 0 && domain.Serials[0].TargetType is not
            (SerialTarget.UsbSerial or SerialTarget.PciSerial or SerialTarget.IsaDebug))
        {
            domain.Consoles.Insert(0, new ConsoleDevice { TargetType = ConsoleTarget.Serial, Port = 0 });
        }
    }

    private static void AddDiskControllers(DomainDefinition domain, ControllerType type, DiskBus bus)
    {
        var highest = domain.Disks.Where(disk => disk.Bus == bus)
            .Select(disk => disk.Address).OfType<DriveAddress>()
            .Select(address => (int)address.Controller).DefaultIfEmpty(-1).Max();
        for (var index = 0; index <= Math.Min(highest, ushort.MaxValue); index++)
        {
            domain.AddMissing(type, index);
        }
    }

    private static void AddVirtioSerial(DomainDefinition domain)
    {
        foreach (var channel in domain.Channels.Where(channel => channel.TargetType == ChannelTarget.Virtio))
        {
            domain.AddMissing(ControllerType.VirtioSerial, Place(channel));
        }

        foreach (var console in domain.Consoles.Where(console => console.TargetType == ConsoleTarget.Virtio))
        {
            domain.AddMissing(ControllerType.VirtioSerial, Place(console));
        }
    }

    private static int Place(Device device) =>
        device.Address is VirtioSerialAddress address ? (int)address.Controller : 0;

    private static void AddSmartcardReaders(DomainDefinition domain)
    {
        for (var index = 0; index < domain.Smartcards.Count; index++)
        {
            var card = domain.Smartcards[index];
            if (card.Address is not CcidAddress)
            {
                card.Address = FreeSlot(domain);
            }

            domain.AddMissing(ControllerType.Ccid, (int)((CcidAddress)card.Address).Controller);
        }
    }

    private static CcidAddress FreeSlot(DomainDefinition domain)
    {
        for (uint controller = 0; ; controller++)
        {
            var address = new CcidAddress { Controller = controller };
            if (!domain.Smartcards.Exists(card => address.Equals(card.Address)))
            {
                return address;
            }
        }
    }

    private static void AddHostdevControllers(DomainDefinition domain)
    {
        var highest = -1;
        string? model = null;
        foreach (var hostdev in domain.Hostdevs)
        {
            if (hostdev is { Mode: HostdevMode.Subsystem, Type: HostdevType.Scsi, Address: DriveAddress address }
                && (int)address.Controller > highest)
            {
                highest = (int)address.Controller;
                model = domain.Find(ControllerType.Scsi, highest)?.Model ?? model;
            }
        }

        for (var index = 0; index <= Math.Min(highest, ushort.MaxValue); index++)
        {
            domain.AddMissing(ControllerType.Scsi, index, model);
        }
    }
}
