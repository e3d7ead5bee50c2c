using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Slots that a machine's chipset has, and devices that belong beside it.</summary>
internal sealed class ChipsetSlots(DomainDefinition domain, PciAddressSet set, PciConnections connections)
{
    private const uint Piix3Slot = 1;
    private const uint Ich9Slot = 0x1F;
    private const PciConnection Pci = PciConnection.AutoAssign | PciConnection.PciDevice;

    public void Reserve()
    {
        if (domain.Os.IsI440Fx)
        {
            ReservePiix3();
        }

        if (domain.Os.IsQ35)
        {
            ReserveIch9();
        }
    }

    private void ReservePiix3()
    {
        foreach (var controller in domain.Controllers.Where(controller => controller.Index == 0))
        {
            var (function, complaint) = controller switch
            {
                { Type: ControllerType.Ide } => (1u, "Primary IDE controller must have PCI address 0:0:1.1"),
                { Type: ControllerType.Usb, UsbModel: null or UsbControllerModel.Piix3Uhci } =>
                    (2u, "PIIX3 USB controller at index 0 must have PCI address 0:0:1.2"),
                _ => (0u, ""),
            };
            if (function != 0)
            {
                Fix(controller, new PciAddress { Slot = Piix3Slot, Function = function }, complaint);
                set.Reserve((PciAddress)controller.Address!, Pci);
            }
        }

        set.Reserve(new PciAddress { Slot = Piix3Slot }, Pci);
        set.Reserve(new PciAddress { Slot = Piix3Slot, Function = 3 }, Pci);
        PlaceVideo(2, Pci);
    }

    private void ReserveIch9()
    {
        foreach (var controller in domain.Controllers)
        {
            switch (controller)
            {
                case { Type: ControllerType.Sata, Index: 0 }:
                    Fix(controller, new PciAddress { Slot = Ich9Slot, Function = 2 },
                        "Primary SATA controller must have PCI address 0:0:1f.2");
                    break;
                case { UsbModel: UsbControllerModel.Ich9Uhci1, Address: null }:
                    PlaceUsb(controller);
                    break;
                case { PciModel: PciControllerModel.DmiToPciBridge, Address: null } when !set.IsUsed(0x1E):
                    controller.Address = new PciAddress { Slot = 0x1E };
                    set.Reserve((PciAddress)controller.Address, PciConnection.PcieDevice);
                    break;
            }
        }

        set.Reserve(new PciAddress { Slot = Ich9Slot }, PciConnection.PcieDevice);
        set.Reserve(new PciAddress { Slot = Ich9Slot, Function = 3 }, PciConnection.PcieDevice);
        PlaceVideo(1, PciConnection.PcieDevice);
        PlaceSound();
    }

    private static void Fix(Controller controller, PciAddress place, string complaint)
    {
        if (controller.Address is PciAddress { IsEmpty: false } given)
        {
            if (!given.IsSamePlace(place))
            {
                throw Refusal.Internal(complaint);
            }
        }
        else
        {
            controller.Address = place;
        }
    }

    /// <summary>The first two USB 2 groups go where real boards have them, unless somebody is there.</summary>
    private void PlaceUsb(Controller controller)
    {
        uint? slot = !set.IsUsed(0x1D) ? 0x1D : !set.IsUsed(0x1A) ? 0x1A : null;
        if (slot is { } free)
        {
            controller.Address = new PciAddress { Slot = free, Multifunction = true };
            set.Reserve((PciAddress)controller.Address, PciConnection.PcieDevice);
        }
    }

    /// <summary>QEMU puts the first video device into the first slot after the chipset.</summary>
    private void PlaceVideo(uint slot, PciConnection wants)
    {
        if (domain.Videos is not [{ Model: not (VideoModel.None or VideoModel.Ramfb),
            WantsPciAddress: true } video, ..])
        {
            return;
        }

        var place = new PciAddress { Slot = slot };
        set.Validate(place, wants, given: true);
        if (set.IsUsed(slot))
        {
            set.ReserveNext(video, connections.Of(video));
            return;
        }

        set.Reserve(place, wants);
        video.Address = place;
    }

    private void PlaceSound()
    {
        const uint Slot = 0x1B;
        if (!set.IsUsed(Slot)
            && domain.Sounds.Find(sound => sound is { Model: SoundModel.Ich9, WantsPciAddress: true }) is { } sound)
        {
            sound.Address = new PciAddress { Slot = Slot };
            set.Reserve((PciAddress)sound.Address, PciConnection.PcieDevice);
        }
    }
}
