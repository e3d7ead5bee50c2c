using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>
/// Slots for all devices, kind by kind (<c>qemuDomainAssignDevicePCISlots</c>): the order is part of every guest's ABI.
/// </summary>
internal static class PciSlots
{
    public static void Assign(DomainDefinition domain, PciAddressSet set, PciConnections connections)
    {
        Place(domain.Controllers.Where(controller => controller is
            { Type: ControllerType.Pci, PciModel: not (PciControllerModel.PciRoot or PciControllerModel.PcieRoot) }));
        Place(domain.Filesystems);
        Place(domain.Interfaces.Where(nic => nic.Type != InterfaceType.Hostdev));
        Place(domain.Sounds.Where(sound => sound.Model is not (SoundModel.Sb16 or SoundModel.Pcspk or SoundModel.Usb)));
        foreach (var controller in domain.Controllers.Where(NeedsSlot))
        {
            PlaceController(controller, domain, set, connections);
        }

        foreach (var disk in domain.Disks.Where(disk => disk.IsVirtio))
        {
            if (disk.Address is not (null or PciAddress or BareAddress { Type: AddressType.VirtioMmio } or CcwAddress))
            {
                throw Refusal.Unsupported($"virtio disk cannot have an address of type '{disk.Address.Type.ToXml()}'");
            }
        }

        Place(domain.Disks.Where(disk => disk.IsVirtio));
        Place(domain.Interfaces.Where(nic => nic.Source.Hostdev is { Type: HostdevType.Pci }));
        Place(domain.Hostdevs.Where(hostdev => hostdev.Mode == HostdevMode.Subsystem
            && (hostdev.Type is HostdevType.Pci or HostdevType.ScsiHost
                || hostdev is { Type: HostdevType.Mdev, MediatedModel: MediatedDeviceModel.VfioPci })));
        Place(domain.Memballoon is { Model: not MemballoonModel.None } balloon ? [balloon] : []);
        Place(domain.Rngs);
        Place(domain.Watchdog is { Model: WatchdogModel.I6300esb } watchdog ? [watchdog] : []);
        Place(domain.Videos.Where(video => video.Model is not (VideoModel.None or VideoModel.Ramfb)));
        Place(domain.Shmems);
        Place(domain.Inputs.Where(input => input.Bus == InputBus.Virtio));
        Place(domain.Serials.Where(serial => serial.TargetType == SerialTarget.PciSerial));
        Place(domain.Iommu is { Model: IommuModel.Virtio } iommu ? [iommu] : []);
        Place(domain.Vsock is { } vsock ? [vsock] : []);
        Place(domain.MemoryDevices.Where(memory => memory.Model is MemoryModel.VirtioPmem or MemoryModel.VirtioMem));

        void Place(IEnumerable<Device> devices)
        {
            foreach (var device in devices.Where(device => device.WantsPciAddress).ToList())
            {
                set.ReserveNext(device, connections.Of(device));
            }
        }
    }

    private static bool NeedsSlot(Controller controller) => controller.WantsPciAddress && controller switch
    {
        { Type: ControllerType.Pci or ControllerType.Fdc or ControllerType.Ccid } => false,
        { UsbModel: UsbControllerModel.None } => false,
        { Type: ControllerType.Ide, Index: 0 } => false,
        { ScsiModel: ScsiControllerModel.Ncr53c90 } => false,
        _ => true,
    };

    /// <summary>A USB 2 controller and its companions are functions of one slot.</summary>
    private static void PlaceController(
        Controller controller, DomainDefinition domain, PciAddressSet set, PciConnections connections)
    {
        var wants = connections.Of(controller);
        if (!controller.IsUsb2())
        {
            set.ReserveNext(controller, wants);
            return;
        }

        var function = controller.UsbModel switch
        {
            UsbControllerModel.Ich9Ehci1 => 7u,
            UsbControllerModel.Ich9Uhci2 => 1u,
            UsbControllerModel.Ich9Uhci3 => 2u,
            _ => 0u,
        };
        bool? multifunction = function == 0 ? true : null;
        var group = domain.Controllers.Find(other => other.IsUsb2() && other.Index == controller.Index
            && other.Address is PciAddress { IsEmpty: false });
        if (group?.Address is PciAddress place)
        {
            place = place with { Function = function, Multifunction = multifunction };
            set.Reserve(place, wants);
            controller.Address = place;
            return;
        }

        set.ReserveNext(controller, wants, (int)function);
        if (controller.Address is PciAddress own)
        {
            controller.Address = own with { Multifunction = multifunction };
        }
    }
}
