using System.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>
/// Reads a document that anybody may have written: no DTD, no entities but XML's own five, bounded in every way.
/// </summary>
public static class XmlReading
{
    private const int LongestContext = 500;

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
    /// <param name="kept">The name of elements inside the root that are also kept as they came
    /// (<c>metadata</c>).</param>
    /// <param name="source">What an error calls the text (<c>domain_definition</c>); null gives the line alone.</param>
    /// <returns>The root element.</returns>
    /// <exception cref="VirException">VIR_ERR_XML_DETAIL where it is no XML, or is beyond
    /// <see cref="XmlLimits"/>.</exception>
    public static Element Read(string xml, VirErrorDomain domain, string? kept = null, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        try
        {
            using var reader = Open(xml, domain);
            return Read(reader, domain, kept, source);
        }
        catch (XmlException broken)
        {
            throw XmlError.Malformed(domain, Describe(xml, source, broken), broken);
        }
    }

    /// <summary>Opens a document for reading by hand, with the same limits.</summary>
    internal static XmlReader Open(string xml, VirErrorDomain domain) => xml.Length <= XmlLimits.MaximumCharacters
        ? XmlReader.Create(new StringReader(xml), Settings)
        : throw XmlError.Malformed(domain, $"document exceeds {XmlLimits.MaximumCharacters} characters");

    private static Element Read(XmlReader reader, VirErrorDomain domain, string? kept, string? source)
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
                        var line = (reader as IXmlLineInfo)?.LineNumber ?? 0;
                        throw XmlError.Malformed(domain, $"{Place(source, line)}: Excessive depth or size in document");
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
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
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

    /// <summary>The complaint, the line it concerns and a pointer below it, as libvirt shows them.</summary>
    private static string Describe(string xml, string? source, XmlException broken)
    {
        var (offset, complaint) = XmlDiagnosis.Of(xml) ?? (Offset(xml, broken), Plain(broken));
        var line = offset;
        while (line > 0 && line < xml.Length && xml[line] is '\n' or '\r') line--;
        while (line > 0 && (line >= xml.Length || xml[line] is not ('\n' or '\r'))) line--;
        if (line < xml.Length && xml[line] is '\n' or '\r') line++;
        var column = Math.Max(offset - line, 0);
        var context = xml.AsSpan(Math.Min(line, xml.Length));
        var end = context.IndexOfAny('\n', '\r');
        context = end < 0 ? context : context[..end];
        var shown = context.Length == 0 ? "(null)" : context[..Math.Min(context.Length, LongestContext)].ToString();
        var pointer = string.Concat(context[..Math.Min(Math.Min(column, context.Length), LongestContext)].ToString()
            .Select(character => character == '\t' ? '\t' : '-'));
        var number = 1 + xml.AsSpan(0, Math.Min(offset, xml.Length)).Count('\n');
        return $"{Place(source, number)}: {complaint}\n{shown}\n{pointer}^";
    }

    private static string Place(string? source, int line) => source is null ? $"at line {line}" : $"({source}):{line}";

    private static int Offset(string xml, XmlException broken)
    {
        var offset = 0;
        for (var line = 1; line < broken.LineNumber; line++)
        {
            var next = xml.IndexOf('\n', offset);
            if (next < 0) break;
            offset = next + 1;
        }

        return Math.Min(offset + Math.Max(broken.LinePosition - 1, 0), xml.Length);
    }

    private static string Plain(XmlException broken)
    {
        var place = broken.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place > 0 ? broken.Message[..place].TrimEnd('.') : broken.Message;
    }
}
