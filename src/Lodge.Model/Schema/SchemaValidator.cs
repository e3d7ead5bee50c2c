using System.Text;
using System.Xml;
using Lodge.Model.Xml;

namespace Lodge.Model.Schema;

/// <summary>Reads one document along a schema's pattern.</summary>
internal sealed class SchemaValidator
{
    private const int MostPatterns = 500_000;
    private const string NamespaceOfNamespaces = "http://www.w3.org/2000/xmlns/";

    private readonly PatternDerivatives _derivatives;
    private readonly Stack<(string Name, bool HasElements)> _open = new();
    private readonly StringBuilder _text = new();
    private Pattern _pattern;

    public SchemaValidator(Pattern schema)
    {
        _pattern = schema;
        _derivatives = new PatternDerivatives(new PatternPool(MostPatterns));
    }

    /// <summary>What does not belong in the document, in libxml2's words; null where it is valid.</summary>
    /// <exception cref="XmlException">The document is no XML.</exception>
    public string? Complaint(XmlReader reader)
    {
        var nodes = 0;
        try
        {
            // The reader may stand on the root already.
            do
            {
                if (++nodes > XmlLimits.MaximumNodes || _open.Count > XmlLimits.MaximumDepth)
                {
                    return "Excessive depth or size in document";
                }

                if (Next(reader) is { } complaint)
                {
                    return complaint;
                }
            }
            while (reader.Read());
        }
        catch (SchemaLimitException limit)
        {
            return limit.Message;
        }

        return _pattern.IsNullable ? null : "Expecting an element, got nothing";
    }

    private string? Next(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return Start(reader);
            case XmlNodeType.EndElement:
                return End();
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                when _open.Count > 0:
                _text.Append(reader.Value);
                return null;
            default:
                return null;
        }
    }

    private string? Start(XmlReader reader)
    {
        if (Before(isEnd: false) is { } complaint)
        {
            return complaint;
        }

        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        var opened = _derivatives.Open(_pattern, reader.NamespaceURI, name);
        if (opened == Pattern.NotAllowed)
        {
            return _open.TryPeek(out var parent)
                ? $"Did not expect element {name} there\nElement {parent.Name} failed to validate content"
                : $"Expecting another element, got {name}";
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == NamespaceOfNamespaces)
            {
                continue;
            }

            opened = _derivatives.Attribute(opened, reader.NamespaceURI, reader.LocalName, reader.Value);
            if (opened == Pattern.NotAllowed)
            {
                return $"Invalid attribute {reader.LocalName} for element {name}";
            }
        }

        _pattern = _derivatives.Close(opened);
        if (_pattern == Pattern.NotAllowed)
        {
            return $"Element {name} failed to validate attributes";
        }

        if (_open.TryPop(out var around))
        {
            _open.Push(around with { HasElements = true });
        }

        _open.Push((name, false));
        return isEmpty ? End() : null;
    }

    private string? End()
    {
        if (Before(isEnd: true) is { } complaint)
        {
            return complaint;
        }

        var (name, _) = _open.Pop();
        var ended = _derivatives.End(_pattern);
        if (ended == Pattern.NotAllowed)
        {
            return $"Expecting an element, got nothing\nElement {name} failed to validate content";
        }

        _pattern = ended;
        return null;
    }

    /// <summary>Takes in the text before a tag. Blanks beside elements are nothing.</summary>
    private string? Before(bool isEnd)
    {
        var text = _text.ToString();
        _text.Clear();
        if (_open.Count == 0)
        {
            return null;
        }

        var (name, hasElements) = _open.Peek();
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isEnd && !hasElements)
            {
                _pattern = _derivatives.PerhapsText(_pattern, text);
            }

            return null;
        }

        var following = _derivatives.Text(_pattern, text);
        if (following == Pattern.NotAllowed)
        {
            return $"Did not expect text in element {name} content\nElement {name} failed to validate content";
        }

        _pattern = following;
        return null;
    }
}
