using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Preparation;

/// <summary>Sizes that QEMU can give: a guest's memory is rounded up to them when it starts.</summary>
internal static class MemoryAlignment
{
    private const ulong MainStep = 1024;
    private const ulong ModuleStep = 2048;
    private const ulong Largest = long.MaxValue / 1024;
    private const ulong LargestInitial = ulong.MaxValue / 1024;

    /// <summary>Rounds all sizes up, in KiB.</summary>
    public static void Assign(DomainDefinition definition)
    {
        var initial = definition.InitialMemory;
        if (definition.Numa is { Cells: { Count: > 0 } cells })
        {
            for (var index = 0; index < cells.Count; index++)
            {
                cells[index].Memory = RoundUp(cells[index].Memory, MainStep);
                if (cells[index].Memory > Largest)
                    throw ConfigurationError.Unsupported(
                        $"memory size of NUMA node '{index}' overflowed after alignment");
            }

            initial = definition.Numa.TotalMemory;
        }
        else
        {
            initial = RoundUp(initial, MainStep);
        }

        if (initial > LargestInitial)
            throw ConfigurationError.Unsupported("initial memory size overflowed after alignment");
        definition.MaximumMemory = RoundUp(definition.MaximumMemory, MainStep);
        if (definition.MaximumMemory > Largest)
            throw ConfigurationError.Unsupported("maximum memory size overflowed after alignment");
        var modules = 0UL;
        foreach (var module in definition.MemoryDevices)
        {
            module.Size = RoundUp(module.Size, ModuleStep);
            if (module.Size > Largest)
                throw ConfigurationError.Unsupported("size of memory module overflowed after alignment");
            modules += module.Size;
        }

        definition.Memory = initial + modules;
        definition.CurrentMemory = Math.Min(definition.CurrentMemory, definition.Memory);
    }

    private static ulong RoundUp(ulong size, ulong step) => (size + step - 1) / step * step;
}
