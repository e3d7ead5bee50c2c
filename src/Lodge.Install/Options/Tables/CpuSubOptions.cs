namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--cpu</c> takes.</summary>
internal static class CpuSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("secure", Takes: Takes.Switch),
        new("model", "model"),
        new("model.fallback", "model/@fallback"),
        new("model.vendor_id", "model/@vendor_id"),
        new("vendor", "vendor"),
        new("mode", "@mode"),
        new("match", "@match"),
        new("check", "@check"),
        new("migratable", "@migratable", Form.OnOff, Takes.Switch),
        new("topology.sockets", "topology/@sockets", Form.Whole),
        new("topology.dies", "topology/@dies", Form.Whole),
        new("topology.cores", "topology/@cores", Form.Whole),
        new("topology.threads", "topology/@threads", Form.Whole),
        new("cache.level", "cache/@level", Form.Whole),
        new("cache.mode", "cache/@mode"),
        new("force"),
        new("require"),
        new("optional"),
        new("disable"),
        new("forbid"),
        new("numa.cell[0-9]*.id", "numa/cell[]/@id", Form.Whole) { Aliases = ["cell[0-9]*.id"] },
        new("numa.cell[0-9]*.cpus", "numa/cell[]/@cpus", Takes: Takes.Commas) { Aliases = ["cell[0-9]*.cpus"] },
        new("numa.cell[0-9]*.memory", "numa/cell[]/@memory", Form.Whole) { Aliases = ["cell[0-9]*.memory"] },
        new("numa.cell[0-9]*.unit", "numa/cell[]/@unit"),
        new("numa.cell[0-9]*.memAccess", "numa/cell[]/@memAccess"),
        new("numa.cell[0-9]*.discard", "numa/cell[]/@discard", Form.YesNo, Takes.Switch),
        new("numa.cell[0-9]*.distances.sibling[0-9]*.id", "numa/cell[]/distances/sibling[]/@id", Form.Whole)
        {
            Aliases = ["cell[0-9]*.distances.sibling[0-9]*.id"]
        },
        new("numa.cell[0-9]*.distances.sibling[0-9]*.value", "numa/cell[]/distances/sibling[]/@value", Form.Whole)
        {
            Aliases = ["cell[0-9]*.distances.sibling[0-9]*.value"]
        },
        new("numa.cell[0-9]*.cache[0-9]*.level", "numa/cell[]/cache[]/@level", Form.Whole),
        new("numa.cell[0-9]*.cache[0-9]*.associativity", "numa/cell[]/cache[]/@associativity"),
        new("numa.cell[0-9]*.cache[0-9]*.policy", "numa/cell[]/cache[]/@policy"),
        new("numa.cell[0-9]*.cache[0-9]*.size.value", "numa/cell[]/cache[]/size/@value", Form.Whole),
        new("numa.cell[0-9]*.cache[0-9]*.size.unit", "numa/cell[]/cache[]/size/@unit"),
        new("numa.cell[0-9]*.cache[0-9]*.line.value", "numa/cell[]/cache[]/line/@value", Form.Whole),
        new("numa.cell[0-9]*.cache[0-9]*.line.unit", "numa/cell[]/cache[]/line/@unit"),
        new("numa.interconnects.latency[0-9]*.initiator", "numa/interconnects/latency[]/@initiator", Form.Whole),
        new("numa.interconnects.latency[0-9]*.target", "numa/interconnects/latency[]/@target", Form.Whole),
        new("numa.interconnects.latency[0-9]*.cache", "numa/interconnects/latency[]/@cache", Form.Whole),
        new("numa.interconnects.latency[0-9]*.type", "numa/interconnects/latency[]/@type"),
        new("numa.interconnects.latency[0-9]*.value", "numa/interconnects/latency[]/@value", Form.Whole),
        new("numa.interconnects.latency[0-9]*.unit", "numa/interconnects/latency[]/@unit"),
        new("numa.interconnects.bandwidth[0-9]*.initiator", "numa/interconnects/bandwidth[]/@initiator", Form.Whole),
        new("numa.interconnects.bandwidth[0-9]*.target", "numa/interconnects/bandwidth[]/@target", Form.Whole),
        new("numa.interconnects.bandwidth[0-9]*.type", "numa/interconnects/bandwidth[]/@type"),
        new("numa.interconnects.bandwidth[0-9]*.cache", "numa/interconnects/bandwidth[]/@cache", Form.Whole),
        new("numa.interconnects.bandwidth[0-9]*.value", "numa/interconnects/bandwidth[]/@value", Form.Whole),
        new("numa.interconnects.bandwidth[0-9]*.unit", "numa/interconnects/bandwidth[]/@unit"),
    ];
}
