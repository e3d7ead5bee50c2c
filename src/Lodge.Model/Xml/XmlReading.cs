using System.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>Reads a document that anybody may have written: no DTD, no entities but XML's own five, bounded in every way.</summary>
public static class XmlReading
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = XmlLimits.MaximumCharacters,
        CheckCharacters = true,
        IgnoreProcessingInstructions = false,
        IgnoreComments = false,
        IgnoreWhitespace = false,
    };

    /// <summary>Reads a document.</summary>
    /// <param name="xml">The text.</param>
    /// <param name="domain">Which part of libvirt an error is said to come from.</param>
    /// <param name="kept">The name of elements inside the root that are also kept as they came (<c>metadata</c>).</param>
    /// <returns>The root element.</returns>
    /// <exception cref="VirException">VIR_ERR_XML_DETAIL where it is no XML, or is beyond <see cref="XmlLimits"/>.</exception>
    public static Element Read(string xml, VirErrorDomain domain, string? kept = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        if (xml.Length > XmlLimits.MaximumCharacters)
        {
            throw XmlError.Malformed(domain, $"document exceeds {XmlLimits.MaximumCharacters} characters");
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            return Read(reader, domain, kept);
        }
        catch (XmlException broken)
        {
            throw XmlError.Malformed(domain, Describe(xml, broken), broken);
        }
    }

    private static Element Read(XmlReader reader, VirErrorDomain domain, string? kept)
    {
        var open = new Stack<Element>();
        Element? root = null;
        var nodes = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    nodes += 1 + reader.AttributeCount;
                    if (open.Count >= XmlLimits.MaximumDepth || nodes > XmlLimits.MaximumNodes)
                    {
                        throw XmlError.Malformed(domain, $"at line {Line(reader)}: Excessive depth or size in document");
                    }

                    var element = Begin(reader, open.Count == 1 ? kept : null, domain, ref nodes, out var ended);
                    root ??= element;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(element);
                    }

                    if (!ended)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                    when open.TryPeek(out var around):
                    if (reader.NodeType != XmlNodeType.Whitespace || around.Text.Length > 0)
                    {
                        around.AddText(reader.Value);
                    }

                    break;
            }
        }

        return root ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "missing root element");
    }

    private static Element Begin(
        XmlReader reader, string? kept, VirErrorDomain domain, ref int nodes, out bool ended)
    {
        var element = new Element(reader.LocalName, reader.NamespaceURI);
        var keep = kept is not null && reader.LocalName == kept;
        ended = reader.IsEmptyElement || keep;
        if (keep)
        {
            element.Kept = XmlFragments.Read(reader, domain, ref nodes);
            return element;
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length == 0 && reader.Name != "xmlns")
            {
                element.Add(reader.LocalName, reader.Value);
            }
            else
            {
                element.Add(reader.Name, reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    private static int Line(XmlReader reader) => (reader as IXmlLineInfo)?.LineNumber ?? 0;

    /// <summary>The complaint, the line it concerns and a pointer below it, as libvirt shows them.</summary>
    private static string Describe(string xml, XmlException broken)
    {
        var line = "";
        var number = 0;
        foreach (var candidate in xml.AsSpan().EnumerateLines())
        {
            if (++number == broken.LineNumber)
            {
                line = candidate.Length > 500 ? candidate[..500].ToString() : candidate.ToString();
                break;
            }
        }

        var column = Math.Clamp(broken.LinePosition - 1, 0, line.Length);
        return $"at line {broken.LineNumber}: {broken.Message}\n{line}\n{new string('-', column)}^";
    }
}
