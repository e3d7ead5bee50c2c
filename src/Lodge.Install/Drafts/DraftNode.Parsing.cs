using System.Xml;

namespace Lodge.Install.Drafts;

/// <content>Elements read from XML.</content>
internal sealed partial class DraftNode
{
    private const int MaximumDepth = 256;

    /// <summary>Reads an element with all that is in it; comments are left out.</summary>
    /// <exception cref="FormatException">It is no well-formed XML, has a DTD, or is nested too deeply.</exception>
    public static DraftNode Parse(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            reader.MoveToContent();
            var root = Begin(reader);
            if (!reader.IsEmptyElement) Fill(root, reader);
            return root;
        }
        catch (XmlException broken)
        {
            throw new FormatException(broken.Message, broken);
        }
    }

    private static void Fill(DraftNode root, XmlReader reader)
    {
        var open = new Stack<DraftNode>([root]);
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count == MaximumDepth)
                        throw new FormatException($"XML is nested more than {MaximumDepth} levels deep");
                    var child = Begin(reader);
                    open.Peek()._children.Add(child);
                    if (!reader.IsEmptyElement) open.Push(child);
                    break;
                case XmlNodeType.EndElement:
                    End(open.Pop());
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek()._text += reader.Value;
                    break;
            }
        }
    }

    private static DraftNode Begin(XmlReader reader)
    {
        var node = new DraftNode(reader.Name);
        while (reader.MoveToNextAttribute()) node._attributes[reader.Name] = reader.Value;
        reader.MoveToElement();
        return node;
    }

    // What stands between elements is there for the eye.
    private static void End(DraftNode node)
    {
        if (node._children.Count > 0 && string.IsNullOrWhiteSpace(node._text)) node._text = "";
    }
}
