using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>
/// A network card of the host that a guest has to itself: the host's device at the guest's place for the card.
/// </summary>
internal static class InterfaceHostdev
{
    public static Hostdev Of(Interface card, Hostdev device) => new()
    {
        Type = HostdevType.Pci,
        Pci = device.Pci,
        PciBackend = device.PciBackend,
        Alias = device.Alias ?? card.Alias,
        Address = card.Address,
        Rom = card.Rom,
        AcpiIndex = card.AcpiIndex,
    };
}
