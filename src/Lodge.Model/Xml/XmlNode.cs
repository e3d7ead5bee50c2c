namespace Lodge.Model.Xml;

/// <summary>A piece of somebody else's XML (<c>&lt;metadata&gt;</c>), kept as it came.</summary>
public sealed class XmlNode
{
    /// <summary>What it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The qualified name of an element or instruction.</summary>
    public string Name { get; init; } = "";

    /// <summary>The namespace of an element, or an empty string.</summary>
    public string NamespaceUri { get; init; } = "";

    /// <summary>The text of anything that is no element.</summary>
    public string Value { get; init; } = "";

    /// <summary>Attributes in their order, namespace declarations among them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>What is inside, in its order.</summary>
    public List<XmlNode> Children { get; } = [];

    /// <summary>The name without its prefix.</summary>
    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Leaves inside only the first element of each namespace, which is how applications share metadata.
    /// </summary>
    public XmlNode WithOneElementPerNamespace()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "" };
        Children.RemoveAll(child => child.Kind != NodeKind.Element || !seen.Add(child.NamespaceUri));
        return this;
    }
}
