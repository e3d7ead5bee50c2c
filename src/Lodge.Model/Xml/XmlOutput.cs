using System.Globalization;
using System.Text;

namespace Lodge.Model.Xml;

/// <summary>Writes XML as libvirt does: two spaces a level, single quotes, one element a line.</summary>
public sealed partial class XmlOutput
{
    private readonly StringBuilder _text;
    private readonly Stack<(string Name, int Start, bool InTag, bool Attributed)> _open = new();
    private bool _inTag;
    private bool _attributed;

    /// <summary>Starts an empty document.</summary>
    public XmlOutput() => _text = new StringBuilder(2048);

    /// <summary>Begins an element; attributes may follow.</summary>
    public XmlOutput Start(string name)
    {
        _open.Push((name, _text.Length, _inTag, _attributed));
        EndTag();
        Indent(_open.Count - 1);
        _text.Append('<').Append(name);
        _inTag = true;
        _attributed = false;
        return this;
    }

    /// <summary>Ends the innermost element, in short form where nothing is inside.</summary>
    public XmlOutput End()
    {
        var name = _open.Pop().Name;
        if (_inTag)
        {
            _text.Append("/>\n");
            _inTag = false;
        }
        else
        {
            Indent(_open.Count);
            _text.Append("</").Append(name).Append(">\n");
        }

        return this;
    }

    /// <summary>
    /// Ends the innermost element, and leaves it out where it has neither attributes nor anything inside.
    /// </summary>
    public XmlOutput EndUnlessEmpty()
    {
        if (_inTag && !_attributed)
        {
            (_, _text.Length, _inTag, _attributed) = _open.Pop();
            return this;
        }

        return End();
    }

    /// <summary>Ends the innermost element, empty, with a space before its end, as a few of libvirt's are.</summary>
    public XmlOutput EndSpaced()
    {
        _open.Pop();
        _text.Append(" />\n");
        _inTag = false;
        return this;
    }

    /// <summary>Ends the innermost element with both tags, even where nothing is inside.</summary>
    public XmlOutput EndLong()
    {
        EndTag();
        return End();
    }

    /// <summary>Ends the innermost element with text inside, on the same line.</summary>
    public XmlOutput EndText(string? text)
    {
        var name = _open.Pop().Name;
        _inTag = false;
        _text.Append('>');
        Escape(text ?? "");
        _text.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>An attribute; none where the value is null.</summary>
    public XmlOutput Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(' ').Append(name).Append("='");
            Escape(value);
            _text.Append('\'');
            _attributed = true;
        }

        return this;
    }

    /// <summary>A numeric attribute; none where the value is null.</summary>
    public XmlOutput Attribute(string name, long? value) =>
        value is { } number ? Attribute(name, string.Create(CultureInfo.InvariantCulture, $"{number}")) : this;

    /// <summary>A numeric attribute; none where the value is null.</summary>
    public XmlOutput Attribute(string name, ulong? value) =>
        value is { } number ? Attribute(name, string.Create(CultureInfo.InvariantCulture, $"{number}")) : this;

    /// <summary>A numeric attribute; none where the value is zero.</summary>
    public XmlOutput AttributeUnlessZero(string name, ulong value) =>
        value == 0 ? this : Attribute(name, (ulong?)value);

    /// <summary>A number in C's hexadecimal form of at least so many digits.</summary>
    public XmlOutput Hexadecimal(string name, ulong value, int digits) =>
        Attribute(name, "0x"
            + value.ToString("x" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A yes or no attribute; none where the value is null.</summary>
    public XmlOutput YesNo(string name, bool? value) =>
        value is { } flag ? Attribute(name, flag ? "yes" : "no") : this;

    /// <summary>An on or off attribute; none where the value is null.</summary>
    public XmlOutput OnOff(string name, bool? value) =>
        value is { } flag ? Attribute(name, flag ? "on" : "off") : this;

    /// <summary>A named attribute; none where the value is the first of its enumeration ("nothing chosen").</summary>
    public XmlOutput Named<T>(string name, T value, XmlNames<T> names)
        where T : struct, Enum => XmlNames<T>.IsFirst(value) ? this : Attribute(name, names[value]);

    /// <summary>An element with text; none where the text is null.</summary>
    public XmlOutput Text(string name, string? text) => text is null ? this : Start(name).EndText(text);

    /// <summary>An element with a number; none where it is null.</summary>
    public XmlOutput Text(string name, long? value) =>
        value is { } number ? Start(name).EndText(number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>An element with a number; none where it is null.</summary>
    public XmlOutput Text(string name, ulong? value) =>
        value is { } number ? Start(name).EndText(number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>An amount in KiB with its unit; none where it is null.</summary>
    public XmlOutput Kibibytes(string name, ulong? value) => value is { } amount
        ? Start(name).Attribute("unit", "KiB").EndText(amount.ToString(CultureInfo.InvariantCulture))
        : this;

    /// <summary>An element with nothing in it, where the flag is set.</summary>
    public XmlOutput Flag(string name, bool present) => present ? Start(name).End() : this;

    /// <summary>The whole text.</summary>
    public override string ToString() => _text.ToString();

    private void EndTag()
    {
        if (_inTag)
        {
            _text.Append(">\n");
            _inTag = false;
        }
    }

    private void Indent(int level) => _text.Append(' ', level * 2);

    /// <summary>
    /// Escapes as <c>virBufferEscapeString</c>: markup and quotes by entity, control characters left out.
    /// </summary>
    private void Escape(string value)
    {
        var start = 0;
        for (var index = 0; index < value.Length; index++)
        {
            var replacement = value[index] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&apos;",
                < ' ' and not ('\t' or '\n' or '\r') => "",
                _ => null,
            };
            if (replacement is not null)
            {
                _text.Append(value, start, index - start).Append(replacement);
                start = index + 1;
            }
        }

        _text.Append(value, start, value.Length - start);
    }
}
