using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>The slots of a PCI controller, and which functions of them are taken.</summary>
internal sealed class PciBus
{
    private const int LastSlot = 31;

    private readonly byte[] _functions = new byte[LastSlot + 1];
    private readonly bool[] _aggregates = new bool[LastSlot + 1];

    private PciBus(PciControllerModel model, PciConnection offers, int firstSlot, int lastSlot) =>
        (Model, Offers, FirstSlot, MaximumSlot) = (model, offers, firstSlot, lastSlot);

    public PciControllerModel Model { get; }

    public PciConnection Offers { get; set; }

    public int FirstSlot { get; }

    public int MaximumSlot { get; }

    public bool IsFull => Enumerable.Range(FirstSlot, MaximumSlot - FirstSlot + 1).All(slot => _functions[slot] != 0);

    public static PciBus For(PciControllerModel model, bool hotplug)
    {
        var plug = hotplug ? PciConnection.Hotpluggable : PciConnection.None;
        return model switch
        {
            PciControllerModel.PciRoot => new(model, PciConnection.AutoAssign | PciConnection.PciDevice
                | PciConnection.PciBridge | PciConnection.PciExpanderBus | plug, 1, LastSlot),
            PciControllerModel.PciBridge or PciControllerModel.PcieToPciBridge => new(model,
                PciConnection.AutoAssign | PciConnection.PciDevice | PciConnection.PciBridge | plug, 1, LastSlot),
            PciControllerModel.PciExpanderBus => new(model,
                PciConnection.AutoAssign | PciConnection.PciDevice | PciConnection.PciBridge | plug, 0, LastSlot),
            PciControllerModel.PcieRoot => new(model, PciConnection.PcieDevice | PciConnection.PcieRootPort
                | PciConnection.DmiToPciBridge | PciConnection.PcieExpanderBus, 1, LastSlot),
            PciControllerModel.DmiToPciBridge =>
                new(model, PciConnection.PciDevice | PciConnection.PciBridge, 0, LastSlot),
            PciControllerModel.PcieRootPort or PciControllerModel.PcieSwitchDownstreamPort => new(model,
                PciConnection.AutoAssign | PciConnection.PcieDevice | PciConnection.PcieSwitchUpstreamPort
                | PciConnection.PcieToPciBridge | plug, 0, 0),
            PciControllerModel.PcieSwitchUpstreamPort =>
                new(model, PciConnection.PcieSwitchDownstreamPort, 0, LastSlot),
            _ => new(model, PciConnection.PcieRootPort | PciConnection.DmiToPciBridge, 0, LastSlot),
        };
    }

    public bool IsSlotUsed(uint slot) => _functions[slot] != 0;

    public bool IsUsed(uint slot, uint function) => (_functions[slot] & (1 << (int)function)) != 0;

    public void Take(uint slot, uint function, bool aggregate)
    {
        _aggregates[slot] |= _functions[slot] == 0 && aggregate;
        _functions[slot] |= (byte)(1 << (int)function);
    }

    /// <summary>Finds a free slot, or a free function of a slot that is shared.</summary>
    public (uint Slot, uint Function)? FindFree(PciConnection wants, int? function)
    {
        for (var slot = FirstSlot; slot <= MaximumSlot; slot++)
        {
            if (_functions[slot] == 0)
            {
                return ((uint)slot, (uint)(function ?? 0));
            }

            if (!wants.HasFlag(PciConnection.AggregateSlot) || !_aggregates[slot])
            {
                continue;
            }

            for (var candidate = function ?? 0; candidate <= (function ?? 7); candidate++)
            {
                if (!IsUsed((uint)slot, (uint)candidate))
                {
                    return ((uint)slot, (uint)candidate);
                }
            }
        }

        return null;
    }
}
