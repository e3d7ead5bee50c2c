using System.Text;
using System.Xml.Linq;

namespace Lodge.Cli.Virsh.Xml;

/// <summary>Writes an element as libxml2 does, which is how every libvirt tool shows one.</summary>
internal static class XmlFormat
{
    private const int Step = 2;

    /// <summary>The element with its blanks as they are, or laid out anew where it has none.</summary>
    internal static string Format(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element, 0);
        return text.ToString();
    }

    /// <summary>Anything of a document: an element, an attribute as it stands in its element, or text.</summary>
    internal static string Format(XObject found) => found switch
    {
        XElement element => Format(element),
        XAttribute attribute => $" {Name(attribute)}=\"{Attribute(attribute.Value)}\"",
        XText text => Content(text.Value),
        _ => found.ToString() ?? "",
    };

    /// <summary>Escapes text for the inside of an element or an attribute.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&apos;",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static void Append(StringBuilder text, XElement element, int depth)
    {
        var name = Name(element, element.Name);
        text.Append('<').Append(name);
        foreach (var attribute in element.Attributes().OrderBy(static attribute => !attribute.IsNamespaceDeclaration))
        {
            text.Append(' ').Append(Name(attribute)).Append("=\"").Append(Attribute(attribute.Value)).Append('"');
        }

        if (!element.Nodes().Any())
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        var laidOut = element.Nodes().All(static node => node is not XText);
        foreach (var node in element.Nodes())
        {
            if (laidOut)
            {
                text.Append('\n').Append(' ', (depth + 1) * Step);
            }

            AppendNode(text, node, depth + 1);
        }

        if (laidOut)
        {
            text.Append('\n').Append(' ', depth * Step);
        }

        text.Append("</").Append(name).Append('>');
    }

    private static void AppendNode(StringBuilder text, XNode node, int depth)
    {
        switch (node)
        {
            case XElement child:
                Append(text, child, depth);
                break;
            case XCData data:
                text.Append("<![CDATA[").Append(data.Value).Append("]]>");
                break;
            case XText words:
                text.Append(Content(words.Value));
                break;
            default:
                text.Append(node);
                break;
        }
    }

    private static string Name(XElement element, XName name)
    {
        var prefix = name.Namespace == XNamespace.None ? null : element.GetPrefixOfNamespace(name.Namespace);
        return string.IsNullOrEmpty(prefix) ? name.LocalName : $"{prefix}:{name.LocalName}";
    }

    private static string Name(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration)
        {
            return attribute.Name.LocalName == "xmlns" ? "xmlns" : $"xmlns:{attribute.Name.LocalName}";
        }

        return Name(attribute.Parent!, attribute.Name);
    }

    private static string Content(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Attribute(string value) => Content(value)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal)
        .Replace("\t", "&#9;", StringComparison.Ordinal);
}
