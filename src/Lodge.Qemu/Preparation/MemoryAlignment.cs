using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>Sizes that QEMU can give: a guest's memory is rounded up to them when it starts.</summary>
internal static class MemoryAlignment
{
    private const ulong MainStep = 1024;
    private const ulong ModuleStep = 2048;

    /// <summary>Rounds all sizes up, in KiB.</summary>
    public static void Assign(DomainDefinition definition)
    {
        var initial = definition.InitialMemory;
        if (definition.Numa is { Cells: { Count: > 0 } cells })
        {
            cells.ForEach(cell => cell.Memory = RoundUp(cell.Memory, MainStep));
            initial = definition.Numa.TotalMemory;
        }
        else
        {
            initial = RoundUp(initial, MainStep);
        }

        definition.MaximumMemory = RoundUp(definition.MaximumMemory, MainStep);
        var modules = 0UL;
        foreach (var module in definition.MemoryDevices)
        {
            module.Size = RoundUp(module.Size, ModuleStep);
            modules += module.Size;
        }

        definition.Memory = initial + modules;
        definition.CurrentMemory = Math.Min(definition.CurrentMemory, definition.Memory);
    }

    private static ulong RoundUp(ulong size, ulong step) => (size + step - 1) / step * step;
}
