using Lodge.Model.Domain;

namespace Lodge.Model.Networks;

/// <summary>A link or device of the host that a network hands out: one of the two is set.</summary>
/// <param name="Device">The link's name.</param>
/// <param name="Pci">The PCI device.</param>
public sealed record ForwardInterface(string? Device, PciAddress? Pci = null);
