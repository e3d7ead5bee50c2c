using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How guest memory is bound to the host's NUMA nodes (<c>&lt;numatune&gt;</c>).</summary>
public sealed class NumaTune
{
    /// <summary>Whether anything is said for all memory.</summary>
    public bool IsSpecified { get; set; }

    /// <summary>How all memory is bound.</summary>
    public NumaMemoryMode Mode { get; set; }

    /// <summary>Who chooses the host's nodes.</summary>
    public NumaPlacement Placement { get; set; }

    /// <summary>The host's nodes.</summary>
    public CpuSet? Nodes { get; set; }

    /// <summary>What holds for single guest nodes.</summary>
    public SortedDictionary<uint, NumaNodeBinding> Cells { get; } = [];

    internal static NumaTune Parse(Element domain, CpuPlacement placement, int cells)
    {
        var tune = new NumaTune();
        var elements = domain.All("numatune");
        if (elements.Count > 1)
        {
            throw XmlError.Domain("only one numatune is supported");
        }

        tune.ParseMemory(elements is [var only] ? only.Child("memory") : null, placement == CpuPlacement.Static);
        foreach (var node in elements is [var one] ? one.All("memnode") : [])
        {
            tune.ParseCell(node, cells);
        }

        return tune;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("numatune");
        if (IsSpecified)
        {
            output.Start("memory").Attribute("mode", Mode.ToXml());
            _ = Placement == NumaPlacement.Static
                ? output.Attribute("nodeset", Nodes?.ToString())
                : output.Named("placement", Placement, NumaPlacementNames.Table);
            output.End();
        }

        foreach (var (cell, binding) in Cells)
        {
            output.Start("memnode").Attribute("cellid", (ulong?)cell).Attribute("mode", binding.Mode.ToXml())
                .Attribute("nodeset", binding.Nodes.ToString()).End();
        }

        output.EndUnlessEmpty();
    }

    private void ParseMemory(Element? memory, bool isStatic)
    {
        NumaPlacement? placement = !isStatic && memory is null ? NumaPlacement.Auto : null;
        NumaMemoryMode? mode = null;
        CpuSet? nodes = null;
        if (memory?.Attribute("mode") is { } modeWord)
        {
            mode = NumaMemoryModeNames.Table.TryParse(modeWord, out var value)
                ? value
                : throw XmlError.Unsupported($"Unsupported NUMA memory tuning mode '{modeWord}'");
        }

        if (memory?.Attribute("placement") is { } placementWord)
        {
            placement = NumaPlacementNames.Table.TryParse(placementWord, out var value)
                ? value
                : throw XmlError.Unsupported($"Unsupported NUMA memory placement mode '{placementWord}'");
        }

        if (memory?.Attribute("nodeset") is { } set)
        {
            nodes = DomainParsing.NonEmptySet(set, "nodeset");
        }

        if (mode is null && placement is null && nodes is null)
        {
            return;
        }

        Set(mode ?? NumaMemoryMode.Strict, placement ?? NumaPlacement.Default, nodes, isStatic);
    }

    private void Set(NumaMemoryMode mode, NumaPlacement placement, CpuSet? nodes, bool isStatic)
    {
        if (placement == NumaPlacement.Default)
        {
            placement = nodes is not null || isStatic ? NumaPlacement.Static : NumaPlacement.Auto;
        }

        if (placement == NumaPlacement.Static && nodes is null)
        {
            throw XmlError.Unsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
        }

        (IsSpecified, Mode, Placement) = (true, mode, placement);
        Nodes = placement == NumaPlacement.Auto ? null : nodes;
    }

    private void ParseCell(Element element, int cells)
    {
        if (IsSpecified && Placement == NumaPlacement.Auto)
        {
            throw XmlError.Unsupported("Per-node binding is not compatible with automatic NUMA placement.");
        }

        if (cells == 0)
        {
            throw XmlError.Domain("Element 'memnode' is invalid without any guest NUMA cells");
        }

        element.Required("cellid");
        var cell = element.UInt("cellid") ?? 0;
        if (cell >= cells)
        {
            throw XmlError.Domain("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell");
        }

        if (Cells.ContainsKey(cell))
        {
            throw XmlError.Domain($"Multiple memnode elements with cellid {cell}");
        }

        var mode = element.Named("mode", NumaMemoryModeNames.Table);
        if (IsSpecified && Mode == NumaMemoryMode.Restrictive && mode != NumaMemoryMode.Restrictive)
        {
            throw XmlError.Domain(
                "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element");
        }

        var set = element.Attribute("nodeset")
            ?? throw XmlError.Domain("Missing required nodeset attribute in memnode element");
        Cells[cell] = new NumaNodeBinding(mode, DomainParsing.NonEmptySet(set, "nodeset"));
    }
}
