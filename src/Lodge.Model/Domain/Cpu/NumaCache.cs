using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A memory side cache of a guest node.</summary>
public sealed class NumaCache
{
    /// <summary>Its level.</summary>
    public uint Level { get; set; }

    /// <summary>How it maps.</summary>
    public CacheAssociativity Associativity { get; set; }

    /// <summary>How it writes.</summary>
    public CachePolicy Policy { get; set; }

    /// <summary>KiB.</summary>
    public ulong Size { get; set; }

    /// <summary>Bytes of a line.</summary>
    public ulong Line { get; set; }

    internal static NumaCache Parse(Element element, uint cell)
    {
        string Needed(string name) => element.Attribute(name)
            ?? throw XmlError.Domain($"Missing '{name}' attribute in cache element for NUMA node {cell}");
        var level = Needed("level");
        var cache = new NumaCache
        {
            Level = Numbers.TryUInt(level, 10, out var number) && number != 0
                ? number
                : throw XmlError.Domain($"Invalid 'level' attribute in cache element for NUMA node {cell}"),
        };
        var associativity = Needed("associativity");
        cache.Associativity = CacheAssociativityNames.Table.TryParse(associativity, out var mapping)
            ? mapping
            : throw XmlError.Domain($"Invalid cache associativity '{associativity}'");
        var policy = Needed("policy");
        cache.Policy = CachePolicyNames.Table.TryParse(policy, out var writing)
            ? writing
            : throw XmlError.Domain($"Invalid cache policy '{policy}'");
        cache.Size = element.Child("size")?.AttributeKibibytes("value", "unit")
            ?? throw XmlError.Here("Missing element or attribute './size/@value'");
        var line = element.Child("line");
        var text = line?.Attribute("value") ?? throw XmlError.Here("Missing element or attribute './line/@value'");
        cache.Line = Numbers.TryULong(text, 10, out var bytes)
            ? ScaledValue.Scale(bytes, line.Attribute("unit"), 1)
            : throw XmlError.Here($"Invalid value '{text}' for element or attribute './line/@value'");
        return cache;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("cache").Attribute("level", (ulong?)Level)
            .Named("associativity", Associativity, CacheAssociativityNames.Table)
            .Named("policy", Policy, CachePolicyNames.Table);
        output.Start("size").Attribute("value", (ulong?)Size).Attribute("unit", "KiB").End();
        if (Line != 0)
        {
            output.Start("line").Attribute("value", (ulong?)Line).Attribute("unit", "B").End();
        }

        output.End();
    }
}
