using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>How much memory there is, from what was said in several places.</summary>
internal static class MemoryDefaults
{
    public static void Apply(DomainDefinition domain, CompletionOptions options)
    {
        var modules = domain.MemoryDevices.Aggregate(0UL, (sum, module) => sum + module.Size);
        var numa = domain.Memory == 0 || options.AbiUpdate ? domain.Numa?.TotalMemory ?? 0 : 0;
        if (numa != 0)
        {
            domain.Memory = numa + modules;
        }
        else if (modules > domain.Memory)
        {
            throw Refusal.DomainXml("Total size of memory devices exceeds the total memory size");
        }

        if (domain.InitialMemory == 0)
        {
            throw Refusal.DomainXml("Memory size must be specified via <memory> or in the <numa> configuration");
        }

        if (domain.CurrentMemory > domain.Memory || domain.CurrentMemory == 0)
        {
            domain.CurrentMemory = domain.Memory;
        }

        if ((domain.MaximumMemory == 0) != (domain.MemorySlots == 0))
        {
            throw Refusal.DomainXml("both maximum memory size and memory slot count must be specified");
        }

        if (domain.MaximumMemory != 0 && domain.MaximumMemory < domain.Memory)
        {
            throw Refusal.DomainXml("maximum memory size must be equal or greater than the actual memory size");
        }

        if (domain.Numa is null)
        {
            ForgetFirstNode(domain);
        }
    }

    /// <summary>Without guest nodes, huge pages of node 0 alone are those of the whole guest.</summary>
    private static void ForgetFirstNode(DomainDefinition domain)
    {
        foreach (var page in domain.MemoryBacking.HugePages)
        {
            if (page.Nodes is { Members: [0] })
            {
                page.Nodes = null;
            }
        }
    }
}
