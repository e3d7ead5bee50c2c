using System.Text;

namespace Lodge.Model.Xml;

/// <summary>Fragments printed as libxml2's <c>xmlNodeDump</c> prints them with formatting on.</summary>
public sealed partial class XmlOutput
{
    /// <summary>Puts a kept fragment in as an element inside the current one.</summary>
    public XmlOutput Fragment(XmlNode node)
    {
        EndTag();
        Indent(_open.Count);
        Fragment(node, _open.Count);
        _text.Append('\n');
        return this;
    }

    internal void Fragment(XmlNode node, int level)
    {
        switch (node.Kind)
        {
            case NodeKind.Text:
                FragmentText(node.Value, inAttribute: false);
                return;
            case NodeKind.CharacterData:
                _text.Append("<![CDATA[").Append(node.Value).Append("]]>");
                return;
            case NodeKind.Comment:
                _text.Append("<!--").Append(node.Value).Append("-->");
                return;
            case NodeKind.Instruction:
                _text.Append("<?").Append(node.Name).Append(' ').Append(node.Value).Append("?>");
                return;
        }

        _text.Append('<').Append(node.Name);
        foreach (var (name, value) in node.Attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            FragmentText(value, inAttribute: true);
            _text.Append('"');
        }

        if (node.Children.Count == 0)
        {
            _text.Append("/>");
            return;
        }

        var pretty = node.Children.TrueForAll(child => child.Kind is not (NodeKind.Text or NodeKind.CharacterData));
        _text.Append('>');
        foreach (var child in node.Children)
        {
            if (pretty)
            {
                _text.Append('\n');
                Indent(level + 1);
            }

            Fragment(child, level + 1);
        }

        if (pretty)
        {
            _text.Append('\n');
            Indent(level);
        }

        _text.Append("</").Append(node.Name).Append('>');
    }

    private void FragmentText(string value, bool inAttribute)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '&' => _text.Append("&amp;"),
                '"' when inAttribute => _text.Append("&quot;"),
                '\n' when inAttribute => _text.Append("&#10;"),
                '\t' when inAttribute => _text.Append("&#9;"),
                '\r' => _text.Append("&#13;"),
                _ => _text.Append(character),
            };
        }
    }
}
