using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lodge.Model.Schema;

/// <summary>
/// A type of text with its limits, from XML Schema's data types as far as libvirt's schemas use them.
/// </summary>
/// <remarks>https://www.w3.org/TR/xmlschema-2/.</remarks>
internal sealed class SchemaDataType
{
    private readonly string _name;
    private readonly List<Regex> _patterns = [];
    private Int128? _least;
    private Int128? _most;
    private int? _longest;

    public SchemaDataType(string name)
    {
        _name = name;
        (_least, _most) = name switch
        {
            "int" => (int.MinValue, int.MaxValue),
            "short" => (short.MinValue, short.MaxValue),
            "long" => (long.MinValue, long.MaxValue),
            "unsignedInt" => (uint.MinValue, uint.MaxValue),
            "unsignedShort" => (ushort.MinValue, ushort.MaxValue),
            "unsignedLong" => (ulong.MinValue, ulong.MaxValue),
            "positiveInteger" => ((Int128?)1, (Int128?)null),
            "integer" or "string" or "token" or "NCName" or "anyURI" or "dateTime" or "double" => (null, null),
            _ => throw new FormatException($"unknown data type '{name}'"),
        };
    }

    private bool IsNumber => _name is "int" or "short" or "long" or "unsignedInt" or "unsignedShort" or "unsignedLong"
        or "positiveInteger" or "integer";

    /// <summary>Adds a limit (<c>&lt;param&gt;</c>).</summary>
    /// <exception cref="FormatException">It is not known, or no such value.</exception>
    public void Limit(string name, string value)
    {
        switch (name)
        {
            case "pattern":
                _patterns.Add(new Regex(
                    Translate(value), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
                break;
            case "minInclusive":
                _least = Int128.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "maxInclusive":
                _most = Int128.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "maxLength":
                _longest = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            default:
                throw new FormatException($"unknown parameter '{name}' of data type '{_name}'");
        }
    }

    /// <summary>Whether a text is of the type.</summary>
    public bool Allows(string text)
    {
        if (_name != "string")
        {
            text = Collapse(text);
        }

        return IsWellFormed(text) && !(text.Length > _longest)
            && _patterns.TrueForAll(pattern => pattern.IsMatch(text));
    }

    /// <summary>A text without blanks around it, and with single ones inside.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private bool IsWellFormed(string text) => IsNumber
        ? Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !(number < _least) && !(number > _most)
        : _name switch
        {
            "double" => text is "INF" or "-INF" or "NaN"
                || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "dateTime" => DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "NCName" =>
                text.Length > 0 && System.Xml.XmlReader.IsName(text) && !text.Contains(':', StringComparison.Ordinal),
            _ => true,
        };

    // XML Schema's expressions match whole texts, and know no anchors: ^ and $ stand for themselves.
    private static string Translate(string pattern)
    {
        var translated = new StringBuilder(@"\A(?:", pattern.Length + 8);
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var letter = pattern[i];
            switch (letter)
            {
                case '\\' when i + 1 < pattern.Length:
                    var escaped = pattern[++i];
                    translated.Append(char.IsAsciiLetterOrDigit(escaped) ? $"\\{escaped}" : Literal(escaped));
                    continue;
                case '[':
                    depth++;
                    break;
                case ']':
                    depth--;
                    break;
                case '^' or '$' when depth == 0:
                    translated.Append('\\');
                    break;
            }

            translated.Append(letter);
        }

        return translated.Append(@")\z").ToString();
    }

    private static string Literal(char letter) => letter == '_' ? "_" : $"\\u{(int)letter:x4}";
}
