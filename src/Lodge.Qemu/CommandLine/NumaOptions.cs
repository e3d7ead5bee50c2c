using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Memory;

namespace Lodge.Qemu.CommandLine;

/// <summary>The guest's NUMA nodes: their CPUs, memory, distances and caches.</summary>
internal static class NumaOptions
{
    private const ulong KibPerMib = 1024;
    private static readonly string[] Hierarchy = ["memory", "first-level", "second-level", "third-level"];

    /// <summary>Whether latencies, bandwidths or caches are described.</summary>
    public static bool HasHmat(DomainDefinition definition) => definition.Numa is { } numa
        && (numa.Interconnects.Count > 0 || numa.Cells.Exists(cell => cell.Caches.Count > 0));

    public static void Add(CommandLineWriter writer)
    {
        CheckBinding(writer);
        var cells = writer.Definition.Numa!.Cells;
        var requests = cells.Select((cell, index) => new MemoryRequest
        {
            Id = $"ram-node{index}",
            Alias = $"ram-node{index}",
            Size = cell.Memory,
            Node = index,
        }).ToList();
        var hasHmat = HasHmat(writer.Definition);
        var needsBackends = hasHmat || !TakesPlainSizes(writer)
            || requests.Exists(request => MemoryBackend.Of(request, writer.Scope).IsNeeded);
        if (!needsBackends) MemoryOptions.AddOldStyle(writer);
        var master = cells.FindIndex(cell => cell.Cpus is { IsEmpty: false });
        if (master < 0) throw ConfigurationError.Unsupported("At least one NUMA node has to have CPUs");
        for (var i = 0; i < cells.Count; i++)
        {
            if (needsBackends) MemoryOptions.AddBackend(writer, requests[i]);
            writer.Command.Add("-numa", Node(writer.Definition.Numa, i, needsBackends, hasHmat ? master : -1));
        }

        AddDistances(writer, cells);
        if (hasHmat) AddHmat(writer, writer.Definition.Numa);
    }

    private static bool TakesPlainSizes(CommandLineWriter writer) =>
        writer.Capabilities.Machine(writer.Definition.Os.Machine ?? "")?.NumaMemSupported == true;

    private static void CheckBinding(CommandLineWriter writer)
    {
        var tune = writer.Definition.NumaTune;
        if (tune is { IsSpecified: true, Nodes: { } nodes }) MemoryBinding.Check(nodes, writer.Scope);
        foreach (var binding in tune.Cells.Values)
        {
            MemoryBinding.Check(binding.Nodes, writer.Scope);
        }
    }

    private static OptionString Node(Numa numa, int index, bool hasBackend, int master)
    {
        var cell = numa.Cells[index];
        var option = new OptionString("node").Add("nodeid", index);
        foreach (var range in cell.Cpus?.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            option.Add("cpus", range);
        }

        if (master >= 0) option.Add("initiator", Initiator(numa, index, master));
        return hasBackend
            ? option.Add("memdev", $"ram-node{index}")
            : option.Add("mem", (long)(cell.Memory / KibPerMib));
    }

    // A node without CPUs is reached best from the node with the least latency or the most bandwidth to it.
    private static uint Initiator(Numa numa, int index, int master)
    {
        if (numa.Cells[index].Cpus is { IsEmpty: false }) return (uint)index;
        var links = numa.Interconnects.Where(link => link.Target == index).ToList();
        var best = links.Where(link => !link.IsBandwidth).MinBy(link => link.Value)
            ?? links.Where(link => link.IsBandwidth).MaxBy(link => link.Value);
        return best?.Initiator ?? (uint)master;
    }

    private static uint Distance(List<NumaCell> cells, int from, int to)
    {
        const uint Remote = 20;
        return cells[from].Distances.TryGetValue((uint)to, out var distance) ? distance
            : from == to ? NumaCell.LocalDistance
            : Remote;
    }

    private static void AddDistances(CommandLineWriter writer, List<NumaCell> cells)
    {
        if (!cells.Exists(cell => cell.Distances.Count > 0)) return;
        for (var from = 0; from < cells.Count; from++)
        {
            for (var to = 0; to < cells.Count; to++)
            {
                writer.Command.Add("-numa", new OptionString("dist")
                    .Add("src", from)
                    .Add("dst", to)
                    .Add("val", Distance(cells, from, to)));
            }
        }
    }

    private static void AddHmat(CommandLineWriter writer, Numa numa)
    {
        foreach (var link in numa.Interconnects)
        {
            var kind = link.IsBandwidth ? "bandwidth" : "latency";
            writer.Command.Add("-numa", new OptionString("hmat-lb")
                .Add("initiator", link.Initiator)
                .Add("target", link.Target)
                .Add("hierarchy", Hierarchy[link.Cache])
                .Add("data-type", $"{link.Access.ToXml()}-{kind}")
                .Add(kind, link.Value.ToString(CultureInfo.InvariantCulture) + (link.IsBandwidth ? "K" : "")));
        }

        // QEMU takes caches only after all links.
        for (var i = 0; i < numa.Cells.Count; i++)
        {
            foreach (var cache in numa.Cells[i].Caches)
            {
                writer.Command.Add("-numa", Cache(i, cache));
            }
        }
    }

    private static OptionString Cache(int node, NumaCache cache) => new OptionString("hmat-cache")
        .Add("node-id", node)
        .Add("size", cache.Size.ToString(CultureInfo.InvariantCulture) + "K")
        .Add("level", cache.Level)
        .Add("associativity", cache.Associativity switch
        {
            CacheAssociativity.Direct => "direct",
            CacheAssociativity.Full => "complex",
            _ => "none",
        })
        .Add("policy", cache.Policy switch
        {
            CachePolicy.Writeback => "write-back",
            CachePolicy.Writethrough => "write-through",
            _ => "none",
        })
        .Add("line", cache.Line == 0 ? null : (long)cache.Line);
}
