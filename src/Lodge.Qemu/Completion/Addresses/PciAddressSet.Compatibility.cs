using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Whether a device goes with a bus (<c>virDomainPCIAddressFlagsCompatible</c>).</summary>
internal sealed partial class PciAddressSet
{
    private static readonly (PciConnection Type, string Name)[] TypeNames =
    [
        (PciConnection.PciDevice, "standard PCI device"), (PciConnection.PcieDevice, "PCI Express device"),
        (PciConnection.PcieRootPort, "pcie-root-port"),
        (PciConnection.PcieSwitchUpstreamPort, "pcie-switch-upstream-port"),
        (PciConnection.PcieSwitchDownstreamPort, "pcie-switch-downstream-port"),
        (PciConnection.DmiToPciBridge, "dmi-to-pci-bridge"), (PciConnection.PcieToPciBridge, "pcie-to-pci-bridge"),
        (PciConnection.PciExpanderBus, "pci-expander-bus"), (PciConnection.PcieExpanderBus, "pcie-expander-bus"),
        (PciConnection.PciBridge, "pci-bridge"),
    ];

    /// <summary>Why a device cannot be there, or null where it can.</summary>
    private static string? Complaint(PciAddress address, PciConnection offers, PciConnection wants, bool given)
    {
        if (wants.HasFlag(PciConnection.Integrated))
        {
            if (address.Bus != 0)
            {
                return $"The device at PCI address {address} needs to be an integrated device (bus=0)";
            }

            offers |= PciConnection.AutoAssign;
        }

        if (given)
        {
            // A person may put a PCI device into a PCIe slot and the other way round.
            offers |= (offers & PciConnection.Endpoints) != 0 ? PciConnection.Endpoints : PciConnection.None;
            wants |= wants.HasFlag(PciConnection.PciBridge) ? PciConnection.PciDevice : PciConnection.None;
        }
        else if (wants.HasFlag(PciConnection.AutoAssign) && !offers.HasFlag(PciConnection.AutoAssign))
        {
            return $"The device at PCI address {address} was auto-assigned this address, but the PCI controller "
                + $"with index='{address.Bus}' doesn't allow auto-assignment";
        }

        if (wants.HasFlag(PciConnection.Hotpluggable) && !offers.HasFlag(PciConnection.Hotpluggable))
        {
            return $"The device at PCI address {address} requires hotplug capability, but the PCI controller "
                + $"with index='{address.Bus}' doesn't support hotplug";
        }

        return (offers & wants & PciConnection.Types) != 0
            ? null
            : $"The device at PCI address {address} cannot be plugged into the PCI controller with "
                + $"index='{address.Bus}'. "
                + $"It requires a controller that accepts "
                + $"a {Array.Find(TypeNames, type => wants.HasFlag(type.Type)).Name}.";
    }
}
