namespace Lodge.Qemu.Completion.Addresses;

/// <summary>What a device asks of a PCI slot, and what the slots of a controller offer.</summary>
[Flags]
internal enum PciConnection
{
    None = 0,
    Hotpluggable = 1,
    AutoAssign = 1 << 1,
    PciDevice = 1 << 2,
    PcieDevice = 1 << 3,
    PcieRootPort = 1 << 4,
    PcieSwitchUpstreamPort = 1 << 5,
    PcieSwitchDownstreamPort = 1 << 6,
    DmiToPciBridge = 1 << 7,
    PciExpanderBus = 1 << 8,
    PcieExpanderBus = 1 << 9,
    PciBridge = 1 << 10,
    PcieToPciBridge = 1 << 11,

    /// <summary>Several of them may share a slot, function by function.</summary>
    AggregateSlot = 1 << 12,

    /// <summary>Belongs on the root bus, as a part of the machine.</summary>
    Integrated = 1 << 13,

    Endpoints = PciDevice | PcieDevice,
    Types = Endpoints | PcieRootPort | PcieSwitchUpstreamPort | PcieSwitchDownstreamPort | DmiToPciBridge
        | PciExpanderBus | PcieExpanderBus | PciBridge | PcieToPciBridge,
}
