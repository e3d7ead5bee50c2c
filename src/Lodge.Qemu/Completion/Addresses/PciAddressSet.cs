using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>All PCI slots of a guest (libvirt's <c>virDomainPCIAddressSet</c>).</summary>
/// <remarks>
/// A dry run adds buses as devices need them; afterwards the controllers for these are made, and the real run follows.
/// </remarks>
internal sealed partial class PciAddressSet(bool dryRun, bool pcieToPciBridge)
{
    public List<PciBus> Buses { get; } = [];

    public bool IsUsed(uint slot) => Buses[0].IsSlotUsed(slot);

    /// <summary>Takes an address that was given, or that a chipset has.</summary>
    public void Reserve(PciAddress address, PciConnection wants) => Reserve(address, wants, given: true);

    /// <summary>Finds an address for a device and takes it; the device has it unless this is a dry run.</summary>
    public void ReserveNext(Device? device, PciConnection wants, int? function = null)
    {
        var address = Next(wants, function);
        address = Reserve(address, wants, given: false);
        if (device is not null && !dryRun)
        {
            device.Address = device.Address is PciAddress asked
                ? address with { Multifunction = asked.Multifunction, ZpciUid = asked.ZpciUid, ZpciFid = asked.ZpciFid }
                : address;
        }
    }

    /// <summary>Refuses an address that a device cannot have.</summary>
    public void Validate(PciAddress address, PciConnection wants, bool given)
    {
        if (Buses.Count == 0)
        {
            throw Wrong(given, "No PCI buses available");
        }

        if (address.Domain != 0)
        {
            throw Wrong(given, $"Invalid PCI address {address}. Only PCI domain 0 is available");
        }

        if (address.Bus >= Buses.Count)
        {
            throw Wrong(given, $"Invalid PCI address {address}. Only PCI buses up to {Buses.Count - 1} are available");
        }

        var bus = Buses[(int)address.Bus];
        if (Complaint(address, bus.Offers, wants, given) is { } complaint)
        {
            throw Wrong(given, complaint);
        }

        if (address.Slot < bus.FirstSlot)
        {
            throw Wrong(given, $"Invalid PCI address {address}. slot must be >= {bus.FirstSlot}");
        }

        if (address.Slot > bus.MaximumSlot)
        {
            throw Wrong(given, $"Invalid PCI address {address}. slot must be <= {bus.MaximumSlot}");
        }
    }

    private PciAddress Reserve(PciAddress address, PciConnection wants, bool given)
    {
        if (dryRun)
        {
            address = Grow(address, wants);
        }

        Validate(address, wants, given);
        var bus = Buses[(int)address.Bus];
        if (bus.IsUsed(address.Slot, address.Function))
        {
            throw Wrong(given, $"Attempted double use of PCI Address {address}");
        }

        bus.Take(address.Slot, address.Function, wants.HasFlag(PciConnection.AggregateSlot));
        return address;
    }

    private PciAddress Next(PciConnection wants, int? function)
    {
        if (Buses.Count == 0)
        {
            throw Wrong(given: true, "No PCI buses available");
        }

        for (var index = 0; index < Buses.Count; index++)
        {
            var place = new PciAddress { Bus = (uint)index };
            if (Complaint(place, Buses[index].Offers, wants, given: false) is null
                && Buses[index].FindFree(wants, function) is var (slot, free))
            {
                return place with { Slot = slot, Function = free };
            }
        }

        if (!dryRun)
        {
            throw Wrong(given: false, "No more available PCI slots");
        }

        var first = Grow(new PciAddress { Bus = (uint)Buses.Count, Function = (uint)(function ?? 0) }, wants);
        return first with { Slot = (uint)Buses[(int)first.Bus].FirstSlot };
    }

    private static VirException Wrong(bool given, string detail) => Refusal.Domain(
        given ? VirErrorNumber.VIR_ERR_XML_ERROR : VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);
}
