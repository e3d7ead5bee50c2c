using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>
/// Gives every PCI device its slot, adding bridges and ports as needed (<c>qemuDomainAssignPCIAddresses</c>).
/// </summary>
internal sealed class PciAssignment(DomainDefinition domain, IMachineFacts facts)
{
    private readonly PciConnections _connections = new(domain);

    public void Assign()
    {
        var highest = domain.Controllers.Where(controller => controller.Type == ControllerType.Pci)
            .Select(controller => controller.Index).DefaultIfEmpty(-1).Max();
        var count = highest + 1;
        if (count > 0)
        {
            var trial = Collect(count, dryRun: true);
            Place(trial);
            // An application that named no bus left them to us: keep one port free, so that a device can come later.
            if (highest <= 0 && trial.Buses.Count > count && domain.HasRoot(PciControllerModel.PcieRoot))
            {
                trial.ReserveNext(null, PciConnection.AutoAssign | PciConnection.PcieDevice);
            }

            AddControllers(trial);
            count = trial.Buses.Count;
        }

        if (!(domain.HasRoot(PciControllerModel.PciRoot) || domain.HasRoot(PciControllerModel.PcieRoot)))
        {
            return;
        }

        var set = Collect(count, dryRun: false);
        new ChipsetSlots(domain, set, _connections).Reserve();
        PciSlots.Assign(domain, set, _connections);
        MarkMultifunction();
        PciControllerNumbers.Complete(domain, facts);
    }

    private void Place(PciAddressSet trial)
    {
        new ChipsetSlots(domain, trial, _connections).Reserve();
        if (domain.HasRoot(PciControllerModel.PciRoot) && !trial.Buses.TrueForAll(bus => bus.IsFull))
        {
            // Room for a bridge that may be needed later.
            trial.ReserveNext(null, PciConnection.AutoAssign | PciConnection.PciDevice);
        }

        PciSlots.Assign(domain, trial, _connections);
    }

    private PciAddressSet Collect(int count, bool dryRun)
    {
        var set = new PciAddressSet(dryRun, facts.HasDevice("pcie-pci-bridge"));
        var usual = domain.HasRoot(PciControllerModel.PcieRoot)
            ? PciControllerModel.PcieRootPort : PciControllerModel.PciBridge;
        for (var index = 0; index < count; index++)
        {
            var controller = domain.Find(ControllerType.Pci, index);
            var model = controller?.PciModel ?? (controller is not null
                ? throw Refusal.Domain(
                    Protocol.Errors.VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "PCI controller model was not set correctly")
                : index == 0 ? PciControllerModel.PciRoot : usual);
            set.Buses.Add(PciBus.For(model, controller?.Pci?.Hotplug != false));
        }

        foreach (var device in domain.AllDevices())
        {
            if (device.Address is not PciAddress { IsEmpty: false } address)
            {
                continue;
            }

            if (IsChipsetController(device, address))
            {
                if (set.Buses.Count > 0 && !set.Buses[0].Offers.HasFlag(PciConnection.PciDevice))
                {
                    throw Refusal.Internal("Bus 0 must be PCI for integrated PIIX3 USB or IDE controllers");
                }
            }
            else
            {
                var wants = _connections.Of(device);
                set.Reserve(address, wants == PciConnection.None ? PciConnection.PciDevice : wants);
            }
        }

        return set;
    }

    /// <summary>The PIIX3's own controllers have slots that are taken with the chipset.</summary>
    private static bool IsChipsetController(Device device, PciAddress address) =>
        device is Controller { Index: 0 } controller && (address.Domain, address.Bus, address.Slot) == (0, 0, 1)
        && ((controller.Type == ControllerType.Ide && address.Function == 1)
            || (controller.Type == ControllerType.Usb && address.Function == 2
                && controller.UsbModel is null or UsbControllerModel.Piix3Uhci));

    private void AddControllers(PciAddressSet trial)
    {
        for (var index = 1; index < trial.Buses.Count; index++)
        {
            var model = trial.Buses[index].Model;
            if (domain.AddMissing(ControllerType.Pci, index, model.ToXml()))
            {
                trial.ReserveNext(domain.Find(ControllerType.Pci, index), _connections.Of(domain.Controllers[^1]));
            }
        }
    }

    private void MarkMultifunction()
    {
        var places = domain.AllDevices().Select(device => (device, address: device.Address as PciAddress))
            .Where(place => place.address is not null).ToList();
        foreach (var (_, shared) in places.Where(place => place.address!.Function != 0))
        {
            var (first, address) = places.Find(place => place.device.Address is PciAddress { Function: 0 } other
                && (other.Domain, other.Bus, other.Slot) == (shared!.Domain, shared.Bus, shared.Slot));
            if (first?.Address is PciAddress { Multifunction: null } single && address is not null)
            {
                first.Address = single with { Multifunction = true };
            }
        }
    }
}
