using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A size of huge pages, for some or all guest nodes.</summary>
public sealed class HugePage
{
    /// <summary>KiB of a page.</summary>
    public ulong Size { get; set; }

    /// <summary>The guest nodes; null for all that no other size names.</summary>
    public CpuSet? Nodes { get; set; }

    internal static HugePage Parse(Element element) => new()
    {
        Size = element.AttributeKibibytes("size", "unit") switch
        {
            null => throw XmlError.Here("Missing element or attribute './@size'"),
            0 => throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL, "hugepage size can't be zero"),
            { } size => size,
        },
        Nodes = element.Attribute("nodeset") is { } set ? DomainParsing.NonEmptySet(set, "nodeset") : null,
    };

    internal void Format(XmlOutput output) => output.Start("page").Attribute("size", (ulong?)Size)
        .Attribute("unit", "KiB").Attribute("nodeset", Nodes?.ToString()).End();
}
