using System.Xml.Linq;

namespace Lodge.Web.Hypervisors;

/// <summary>The group and the tags of a guest, which are kept in the metadata of its description.</summary>
/// <param name="Group">The group, or the empty text.</param>
/// <param name="Tags">The tags in their order.</param>
public sealed record GuestLabels(string Group, IReadOnlyList<string> Tags)
{
    /// <summary>The namespace of the element.</summary>
    public const string NamespaceUri = "urn:lodge:labels:1";

    /// <summary>The prefix that it is written with.</summary>
    public const string Prefix = "lodge";

    /// <summary>A guest without any.</summary>
    public static GuestLabels None { get; } = new("", []);

    /// <summary>Reads them from the description of a guest.</summary>
    public static GuestLabels Of(XElement domain)
    {
        XNamespace space = NamespaceUri;
        if (domain.Element("metadata")?.Element(space + "labels") is not { } labels) return None;
        return new(
            (string?)labels.Attribute("group") ?? "",
            [.. labels.Elements(space + "tag").Select(tag => tag.Value.Trim()).Where(tag => tag.Length > 0)]);
    }

    /// <summary>The element; null where there is nothing to keep.</summary>
    public string? ToXml()
    {
        if (Group.Length == 0 && Tags.Count == 0) return null;
        var labels = new XElement("labels", Tags.Select(tag => new XElement("tag", tag)));
        if (Group.Length > 0) labels.SetAttributeValue("group", Group);
        return labels.ToString(SaveOptions.DisableFormatting);
    }
}
