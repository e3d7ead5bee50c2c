using System.Globalization;

namespace Lodge.Model.Xml;

/// <summary>
/// Finds where a text stops being XML and says it in libxml2's words, which is what people look up. It is asked only
/// once a reader has refused the text, so it may take its time; it knows the faults that people make, and no DTD.
/// </summary>
/// <remarks>Source: XML 1.0, fifth edition; the words are those that libvirt passes on from libxml2 2.9.</remarks>
internal sealed class XmlDiagnosis
{
    private readonly string _text;
    private readonly Stack<(string Name, int Line)> _open = new();
    private int _at;

    private XmlDiagnosis(string text) => _text = text;

    /// <summary>Where the text breaks and why; null where it breaks in a way that this does not know.</summary>
    /// <param name="text">A text that is no XML.</param>
    public static (int Offset, string Complaint)? Of(string text)
    {
        var diagnosis = new XmlDiagnosis(text);
        return diagnosis.Document() is { } complaint ? (diagnosis._at, complaint) : null;
    }

    private bool AtEnd => _at >= _text.Length;

    private string? Document()
    {
        if (_text.Length == 0) return "Document is empty";
        Accept("\ufeff");
        if (Accept("<?xml")) SkipPast("?>");
        if (Misc() is { } early) return early;
        if (IsNext("<!DOCTYPE")) return "Document type declarations are not accepted; leave out <!DOCTYPE>";
        if (AtEnd || _text[_at] != '<') return "Start tag expected, '<' not found";
        do
        {
            if (Markup() is { } broken) return broken;
        }
        while (_open.Count > 0 && !AtEnd);

        if (_open.TryPeek(out var left)) return $"Premature end of data in tag {left.Name} line {left.Line}";
        return Misc() ?? (AtEnd ? null : "Extra content at the end of the document");
    }

    /// <summary>White space, comments and instructions, as they may stand around the root.</summary>
    private string? Misc()
    {
        while (true)
        {
            SkipSpace();
            if (Comment(out var broken)) continue;
            if (broken is not null) return broken;
            if (!IsNext("<?")) return null;
            if (Instruction() is { } complaint) return complaint;
        }
    }

    private string? Markup()
    {
        if (_text[_at] != '<') return Characters();
        if (Comment(out var broken)) return null;
        if (broken is not null) return broken;
        if (IsNext("<?")) return Instruction();
        if (Accept("<![CDATA[")) return SkipPast("]]>") ? null : "CData section not finished";
        if (_open.Count > 0 && Accept("</")) return EndTag();
        _at++;
        return StartTag();
    }

    private string? StartTag()
    {
        var line = Line(_at);
        if (Name() is not { } name) return "StartTag: invalid element name";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var spaced = SkipSpace();
            if (Accept("/>")) return null;
            if (Accept(">"))
            {
                _open.Push((name, line));
                return null;
            }

            if (AtEnd) return $"Couldn't find end of Start Tag {name} line {line}";
            if (!spaced) return seen.Count > 0 ? "attributes construct error" : "error parsing attribute name";
            if (Attribute(seen) is { } complaint) return complaint;
        }
    }

    private string? Attribute(HashSet<string> seen)
    {
        if (Name() is not { } name) return "error parsing attribute name";
        SkipSpace();
        if (!Accept("=")) return $"Specification mandates value for attribute {name}";
        SkipSpace();
        if (AtEnd || _text[_at] is not ('"' or '\'')) return "AttValue: \" or ' expected";
        var quote = _text[_at++];
        while (!AtEnd && _text[_at] != quote)
        {
            if (_text[_at] == '<') return "Unescaped '<' not allowed in attributes values";
            if (!IsCharacter(_text[_at])) return "invalid character in attribute value";
            if (_text[_at] != '&') _at++;
            else if (Reference() is { } broken) return broken;
        }

        if (AtEnd) return $"AttValue: {quote} expected";
        _at++;
        return seen.Add(name) ? null : $"Attribute {name} redefined";
    }

    private string? EndTag()
    {
        var (open, line) = _open.Pop();
        var name = Name();
        SkipSpace();
        var ended = Accept(">");
        if (name != open) return $"Opening and ending tag mismatch: {open} line {line} and {name}";
        return ended ? null : "expected '>'";
    }

    private string? Characters()
    {
        while (!AtEnd && _text[_at] != '<')
        {
            if (IsNext("]]>")) return "Sequence ']]>' not allowed in content";
            if (_text[_at] == '&')
            {
                if (Reference() is { } broken) return broken;
                continue;
            }

            if (!IsCharacter(_text[_at])) return $"PCDATA invalid Char value {(int)_text[_at]}";
            _at++;
        }

        return null;
    }

    private string? Reference()
    {
        _at++;
        if (Accept("#"))
        {
            var hexadecimal = Accept("x");
            var start = _at;
            while (!AtEnd && (hexadecimal ? char.IsAsciiHexDigit(_text[_at]) : char.IsAsciiDigit(_text[_at]))) _at++;
            var digits = _text.AsSpan(start, _at - start);
            if (!Accept(";")) return "xmlParseCharRef: invalid " + (hexadecimal ? "hexadecimal" : "decimal") + " value";
            var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            var known = int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value);
            return known && IsCharacter(value) ? null : $"xmlParseCharRef: invalid xmlChar value {value}";
        }

        if (Name() is not { } name) return "xmlParseEntityRef: no name";
        if (!Accept(";")) return "EntityRef: expecting ';'";
        return name is "lt" or "gt" or "amp" or "quot" or "apos" ? null : $"Entity '{name}' not defined";
    }

    /// <summary>Whether a whole comment was passed; the complaint where one began and was wrong.</summary>
    private bool Comment(out string? complaint)
    {
        complaint = null;
        if (!IsNext("<!--")) return false;
        var start = _at;
        var dashes = _text.IndexOf("--", _at + 4, StringComparison.Ordinal);
        if (dashes < 0)
        {
            _at = _text.Length;
            complaint = "Comment not terminated";
            return false;
        }

        _at = dashes;
        if (Accept("-->")) return true;
        complaint = $"Double hyphen within comment: {_text[start..dashes]}";
        return false;
    }

    private string? Instruction()
    {
        _at += 2;
        if (Name() is not { } target) return "xmlParsePI : no target name";
        if (target == "xml") return "XML declaration allowed only at the start of the document";
        return SkipPast("?>") ? null : $"ParsePI: PI {target} never end ...";
    }

    private string? Name()
    {
        var start = _at;
        while (!AtEnd && (char.IsLetter(_text[_at]) || _text[_at] is '_' or ':'
            || (_at > start && (char.IsDigit(_text[_at]) || _text[_at] is '-' or '.'))))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : null;
    }

    private bool SkipSpace()
    {
        var start = _at;
        while (!AtEnd && _text[_at] is ' ' or '\t' or '\r' or '\n') _at++;
        return _at > start;
    }

    private bool SkipPast(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + end.Length;
        return found >= 0;
    }

    private bool IsNext(string expected) => string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;

    private bool Accept(string expected)
    {
        if (!IsNext(expected)) return false;
        _at += expected.Length;
        return true;
    }

    private int Line(int offset) => 1 + _text.AsSpan(0, offset).Count('\n');

    private static bool IsCharacter(int value) =>
        value is 9 or 10 or 13 or (>= 32 and < 0xfffe) or (> 0xffff and <= 0x10ffff);
}
