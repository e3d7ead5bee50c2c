using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Buses added for devices that found no slot (<c>virDomainPCIAddressSetGrow</c>).</summary>
internal sealed partial class PciAddressSet
{
    /// <summary>Highest number that a PCI bus can have.</summary>
    private const uint LastBus = 255;

    private PciAddress Grow(PciAddress address, PciConnection wants)
    {
        var add = (int)address.Bus - Buses.Count + 1;
        if (add <= 0)
        {
            return address;
        }

        if (address.Bus > LastBus)
        {
            throw Wrong(given: false, $"Invalid PCI address {address}. Only PCI buses up to {LastBus} are available");
        }

        var model = Model(wants);
        if (model == PciControllerModel.PciBridge && !Buses.Exists(bus => bus.Offers.HasFlag(PciConnection.PciBridge)))
        {
            // A guest of PCIe alone gets a bridge to PCI, and what that plugs into: one bus more than asked for.
            if (add == 1)
            {
                add++;
                address = address with { Bus = address.Bus + 1 };
            }

            add -= AddBridge();
        }

        for (; add > 0; add--)
        {
            Buses.Add(PciBus.For(model, hotplug: true));
        }

        return address;
    }

    /// <summary>Adds a bridge from PCIe to PCI; says how many buses that took.</summary>
    private int AddBridge()
    {
        if (!pcieToPciBridge)
        {
            Buses.Add(PciBus.For(PciControllerModel.DmiToPciBridge, hotplug: false));
            return 1;
        }

        // The port is for the bridge alone: nothing else may be placed in it meanwhile.
        var port = PciBus.For(PciControllerModel.PcieRootPort, hotplug: true);
        port.Offers = PciConnection.PcieToPciBridge;
        Buses.Add(port);
        Buses.Add(PciBus.For(PciControllerModel.PcieToPciBridge, hotplug: true));
        return 2;
    }

    private static PciControllerModel Model(PciConnection wants)
    {
        if (wants.HasFlag(PciConnection.PciDevice))
        {
            return PciControllerModel.PciBridge;
        }

        if ((wants & (PciConnection.PcieDevice | PciConnection.PcieSwitchUpstreamPort)) != 0)
        {
            return PciControllerModel.PcieRootPort;
        }

        var needed = Array.Find(TypeNames, type => wants.HasFlag(type.Type)).Name;
        throw Refusal.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, needed is null
            ? $"Cannot automatically add a new PCI bus for a device with connect flags {(int)wants:x2}"
            : $"a PCI slot is needed to connect a PCI controller model='{needed}', but none is available, "
            + "and it cannot be automatically added");
    }
}
