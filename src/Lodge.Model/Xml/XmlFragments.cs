using System.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>Keeps and prints somebody else's XML, as libxml2 prints a node inside libvirt's own output.</summary>
public static class XmlFragments
{
    /// <summary>Reads one element from text.</summary>
    /// <exception cref="VirException">VIR_ERR_XML_DETAIL where it is no XML.</exception>
    public static XmlNode Parse(string xml, VirErrorDomain domain, string? source = null)
    {
        // Alone first: what is wrong is then told with its own lines.
        _ = XmlReading.Read(xml, domain, source: source);
        return XmlReading.Read($"<fragment>{xml}</fragment>", domain, kept: null) is { Children.Length: 1 } outer
            ? XmlReading.Read($"<fragment>{xml}</fragment>", domain, outer.Children[0].Name).Children[0].Kept!
            : throw XmlError.Malformed(domain, "expecting exactly one element");
    }

    /// <summary>Prints a node as it would stand alone: double quotes, its own indentation kept.</summary>
    public static string Print(XmlNode node)
    {
        var output = new XmlOutput();
        output.Fragment(node, 0);
        return output.ToString();
    }

    internal static XmlNode Read(XmlReader reader, VirErrorDomain domain, ref int nodes)
    {
        var open = new Stack<XmlNode>();
        while (true)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                nodes += 1 + reader.AttributeCount;
                if (open.Count >= XmlLimits.MaximumDepth || nodes > XmlLimits.MaximumNodes)
                {
                    throw XmlError.Malformed(domain, "Excessive depth or size in document");
                }

                var empty = reader.IsEmptyElement;
                var element = new XmlNode
                {
                    Kind = NodeKind.Element,
                    Name = reader.Name,
                    NamespaceUri = reader.NamespaceURI,
                    Attributes = Attributes(reader),
                };
                if (open.TryPeek(out var parent))
                {
                    parent.Children.Add(element);
                }

                if (!empty)
                {
                    open.Push(element);
                }
                else if (open.Count == 0)
                {
                    return element;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                var ended = open.Pop();
                if (open.Count == 0)
                {
                    return ended;
                }
            }
            else if (Kind(reader.NodeType) is { } kind)
            {
                open.Peek().Children.Add(new XmlNode { Kind = kind, Name = reader.Name, Value = reader.Value });
            }

            reader.Read();
        }
    }

    private static NodeKind? Kind(XmlNodeType type) => type switch
    {
        XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => NodeKind.Text,
        XmlNodeType.CDATA => NodeKind.CharacterData,
        XmlNodeType.Comment => NodeKind.Comment,
        XmlNodeType.ProcessingInstruction => NodeKind.Instruction,
        _ => null,
    };

    private static List<KeyValuePair<string, string>> Attributes(XmlReader reader)
    {
        var attributes = new List<KeyValuePair<string, string>>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            attributes.Add(new(reader.Name, reader.Value));
        }

        reader.MoveToElement();
        return attributes;
    }
}
