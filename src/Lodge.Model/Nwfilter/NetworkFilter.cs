using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Nwfilter;

/// <summary>A packet filter (<c>&lt;filter&gt;</c>): rules and other filters, under a name.</summary>
/// <remarks>https://libvirt.org/formatnwfilter.html</remarks>
public sealed class NetworkFilter
{
    private readonly List<FilterEntry> _entries = [];

    /// <summary>The name that references use.</summary>
    public required string Name { get; init; }

    /// <summary>Where its rules stand.</summary>
    public required FilterChain Chain { get; init; }

    /// <summary>Its identity; null where the XML said none.</summary>
    public Guid? Uuid { get; set; }

    /// <summary>The rules and includes, in their order.</summary>
    public IReadOnlyList<FilterEntry> Entries => _entries;

    /// <summary>The filters it includes.</summary>
    public IEnumerable<FilterReference> References => _entries.OfType<FilterInclude>().Select(entry => entry.Reference);

    /// <summary>Reads a filter.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code and text for what it refuses.</exception>
    public static NetworkFilter Parse(string xml)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_NWFILTER, source: "nwfilter_definition");
        if (root.Name != "filter")
        {
            throw XmlError.Here($"expecting root element of 'filter', not '{root.Name}'");
        }

        var filter = new NetworkFilter
        {
            Name = NonEmpty(root, "name") ?? throw Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "filter has no name"),
            Chain = FilterChain.Parse(NonEmpty(root, "chain"), NonEmpty(root, "priority")),
            Uuid = root.ChildText("uuid") is { } text ? ParseUuid(text) : null,
        };
        if (filter.Name.AsSpan().ContainsAny("/\n"))
        {
            throw Refused(VirErrorNumber.VIR_ERR_XML_ERROR, $"name {filter.Name} cannot contain '/' or a new line");
        }

        foreach (var child in root.Children)
        {
            switch (child.Name)
            {
                case "rule":
                    filter._entries.Add(FilterRule.Parse(child));
                    break;
                case "filterref":
                    filter._entries.Add(FilterInclude.Parse(child));
                    break;
            }
        }

        return filter;
    }

    /// <summary>Writes the filter as libvirt does.</summary>
    public string Format()
    {
        var output = new XmlOutput();
        output.Start("filter").Attribute("name", Name).Attribute("chain", Chain.Name)
            .Attribute("priority", Chain.Priority == 0 ? null : (long?)Chain.Priority);
        output.Text("uuid", UuidText.Format(Uuid ?? Guid.Empty));
        foreach (var entry in _entries)
        {
            entry.Format(output);
        }

        return output.End().ToString();
    }

    internal static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NWFILTER, detail);

    private static string? NonEmpty(Element element, string name) =>
        element.Attribute(name) is { Length: > 0 } value ? value : null;

    private static Guid ParseUuid(string text) => UuidText.TryParse(text, out var uuid)
        ? uuid
        : throw Refused(VirErrorNumber.VIR_ERR_XML_ERROR, "malformed uuid element");
}
