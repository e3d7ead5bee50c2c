using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A NUMA node of the guest (<c>&lt;cell&gt;</c>).</summary>
public sealed class NumaCell
{
    /// <summary>The distance of a node to itself.</summary>
    public const uint LocalDistance = 10;

    /// <summary>The distance of a node that cannot be reached.</summary>
    public const uint Unreachable = 255;

    /// <summary>Its virtual CPUs; null for a node without any.</summary>
    public CpuSet? Cpus { get; set; }

    /// <summary>KiB of memory.</summary>
    public ulong Memory { get; set; }

    /// <summary>Whether other processes share the memory.</summary>
    public MemoryAccess Access { get; set; }

    /// <summary>Whether the memory's content is dropped when the guest ends.</summary>
    public bool? Discard { get; set; }

    /// <summary>Distances to nodes.</summary>
    public SortedDictionary<uint, uint> Distances { get; } = [];

    /// <summary>Memory side caches.</summary>
    public List<NumaCache> Caches { get; } = [];

    internal static NumaCell Parse(Element element, uint id, NumaCell?[] before)
    {
        var cell = new NumaCell();
        if (element.Attribute("cpus") is { } text)
        {
            if (!CpuSet.TryParse(text, out var set))
            {
                throw XmlError.Domain(
                    Protocol.Errors.VirErrorNumber.VIR_ERR_INVALID_ARG, $"Failed to parse bitmap '{text}'");
            }

            cell.Cpus = set.IsEmpty ? null : set;
        }

        for (var other = 0; other < before.Length; other++)
        {
            if (before[other]?.Cpus is { } theirs && cell.Cpus?.Overlaps(theirs) == true)
            {
                throw XmlError.Unsupported($"NUMA cells {id} and {other} have overlapping vCPU ids");
            }
        }

        cell.Memory = element.AttributeKibibytes("memory", "unit")
            ?? throw XmlError.Here("Missing element or attribute './@memory'");
        cell.Access = element.Named("memAccess", MemoryAccessNames.Table, nonZero: true);
        cell.Discard = element.YesNo("discard");
        foreach (var cache in element.All("cache"))
        {
            cell.Caches.Add(NumaCache.Parse(cache, id));
        }

        return cell;
    }

    internal void Format(XmlOutput output, uint id)
    {
        output.Start("cell").Attribute("id", (ulong?)id).Attribute("cpus", Cpus?.ToString())
            .Attribute("memory", (ulong?)Memory).Attribute("unit", "KiB")
            .Named("memAccess", Access, MemoryAccessNames.Table).YesNo("discard", Discard);
        output.Start("distances");
        foreach (var (other, value) in Distances)
        {
            output.Start("sibling").Attribute("id", (ulong?)other).Attribute("value", (ulong?)value).End();
        }

        output.EndUnlessEmpty();
        Caches.ForEach(cache => cache.Format(output));
        output.End();
    }
}
