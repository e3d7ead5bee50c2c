using System.Globalization;
using System.Xml;

namespace Lodge.Install.Os;

/// <summary>Reading osinfo's XML: element after element, without a tree, and with a bound on all of it.</summary>
internal static class OsinfoXml
{
    private const int MaxCharacters = 8 << 20;
    private const int MaxDepth = 64;

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    });

    /// <summary>
    /// Goes through the elements inside the one that the reader stands at, and on past its end.
    /// </summary>
    /// <param name="reader">The reader, at the beginning of an element.</param>
    /// <param name="child">Called for each; it reads the element to its end and says so, or leaves it.</param>
    public static void Children(this XmlReader reader, Func<string, bool> child)
    {
        var depth = reader.Depth;
        if (depth > MaxDepth) throw new XmlException("elements lie too deep in each other");
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty) return;
        while (reader.Depth > depth && !reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (!child(reader.LocalName)) reader.Skip();
        }

        reader.Read();
    }

    /// <summary>Reads an element's text; translations are passed over.</summary>
    /// <returns>Always true: the element is read.</returns>
    public static bool Text(this XmlReader reader, Action<string> set)
    {
        if (reader.HasAttributes && reader.GetAttribute("xml:lang") is not null)
        {
            reader.Skip();
            return true;
        }

        var text = reader.ReadElementContentAsString().Trim();
        if (text.Length > 0) set(text);
        return true;
    }

    /// <summary>Reads an element's text as a pattern.</summary>
    public static bool Pattern(this XmlReader reader, Action<OsPattern> set) =>
        reader.Text(text => set(new OsPattern(text)));

    /// <summary>Reads an element's text as a whole number; what is none counts as absent.</summary>
    public static bool Number(this XmlReader reader, Action<long> set) => reader.Text(text =>
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)) set(value);
    });

    /// <summary>Reads the attribute <c>id</c> of an element, if it has one, and passes over the rest.</summary>
    public static bool Id(this XmlReader reader, Action<string> set)
    {
        if (reader.GetAttribute("id") is { Length: > 0 } id) set(id);
        reader.Skip();
        return true;
    }

    /// <summary>An attribute that says yes or no.</summary>
    public static bool Flag(this XmlReader reader, string attribute, bool unsaid) =>
        reader.GetAttribute(attribute) is { } value ? value is "true" or "1" or "yes" : unsaid;
}
