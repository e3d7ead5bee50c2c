using System.Xml;
using System.Xml.Linq;

namespace Lodge.Cli.Virsh.Xml;

/// <summary>Reads XML that a daemon or a person gave, and looks into it.</summary>
internal static class XmlText
{
    /// <summary>The largest file that is read as XML, in bytes.</summary>
    internal const int MaximumFileSize = 10 * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <param name="xml">The text.</param>
    /// <param name="complaint">What to say when it is not well-formed.</param>
    /// <param name="keepBlanks">Blanks between elements are part of the document.</param>
    internal static XElement Parse(string xml, string complaint, bool keepBlanks = false)
    {
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreWhitespace = !keepBlanks,
            };
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException error)
        {
            var reason = new VirException(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_XML, error.Message);
            throw new CommandFailure(complaint, reason);
        }
    }

    /// <summary>The elements at the end of a path of names.</summary>
    internal static IEnumerable<XElement> All(this XElement element, string path) =>
        path.Split('/').Aggregate(
            Enumerable.Repeat(element, 1), static (found, name) => found.SelectMany(parent => parent.Elements(name)));

    /// <summary>The text of the first element or <c>@attribute</c> at the end of a path, or null.</summary>
    internal static string? Get(this XElement element, string path)
    {
        var at = path.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return element.All(path).FirstOrDefault()?.Value;
        }

        var owners = at == 0 ? [element] : element.All(path[..(at - 1)]);
        return owners.Attributes(path[(at + 1)..]).FirstOrDefault()?.Value;
    }

    /// <summary>The first of several paths that leads somewhere, or null.</summary>
    internal static string? GetAny(this XElement element, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (element.Get(path) is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
