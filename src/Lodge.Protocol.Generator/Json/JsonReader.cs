using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Lodge.Protocol.Generator.Json;

/// <summary>Reads the subset of JSON that the table uses: objects, lists, texts and whole numbers (RFC 8259).</summary>
internal sealed class JsonReader
{
    private const int MaximumDepth = 16;
    private readonly string _text;
    private int _position;

    private JsonReader(string text) => _text = text;

    /// <summary>Reads the one value of a file.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static JsonNode Read(string text)
    {
        var reader = new JsonReader(text);
        var node = reader.ReadNode(0);
        reader.SkipSpace();
        return reader._position == text.Length ? node : throw reader.Fault("text after the end of the value");
    }

    private JsonNode ReadNode(int depth)
    {
        SkipSpace();
        if (depth > MaximumDepth)
        {
            throw Fault("nested too deeply");
        }

        return Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadList(depth),
            '"' => new JsonText(_position, ReadText()),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw Fault("an object, a list, a text or a whole number is wanted here"),
        };
    }

    private JsonObject ReadObject(int depth)
    {
        var start = _position;
        var members = new List<JsonMember>();
        var names = new HashSet<string>();
        Expect('{');
        SkipSpace();
        while (Peek() != '}')
        {
            if (members.Count > 0)
            {
                Expect(',');
                SkipSpace();
            }

            var offset = _position;
            var name = ReadText();
            if (!names.Add(name))
            {
                throw new JsonException(offset, $"'{name}' stands twice in one object");
            }

            SkipSpace();
            Expect(':');
            members.Add(new JsonMember(offset, name, ReadNode(depth + 1)));
            SkipSpace();
        }

        Expect('}');
        return new JsonObject(start, members);
    }

    private JsonList ReadList(int depth)
    {
        var start = _position;
        var items = new List<JsonNode>();
        Expect('[');
        SkipSpace();
        while (Peek() != ']')
        {
            if (items.Count > 0)
            {
                Expect(',');
            }

            items.Add(ReadNode(depth + 1));
            SkipSpace();
        }

        Expect(']');
        return new JsonList(start, items);
    }

    private string ReadText()
    {
        Expect('"');
        var text = new StringBuilder();
        while (true)
        {
            var next = Peek();
            _position++;
            switch (next)
            {
                case '"':
                    return text.ToString();
                case '\\':
                    var escaped = Peek();
                    _position++;
                    text.Append(escaped is '"' or '\\' or '/' ? escaped : throw Fault("this escape is not known"));
                    break;
                case '\0' or '\n':
                    throw Fault("the text does not end");
                default:
                    text.Append(next);
                    break;
            }
        }
    }

    private JsonNumber ReadNumber()
    {
        var start = _position;
        while (Peek() is '-' or (>= '0' and <= '9'))
        {
            _position++;
        }

        var digits = _text.Substring(start, _position - start);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new JsonNumber(start, value)
            : throw new JsonException(start, $"'{digits}' is not a whole number");
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }
    }

    private void Expect(char wanted)
    {
        if (Peek() != wanted)
        {
            throw Fault($"'{wanted}' is wanted here");
        }

        _position++;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private JsonException Fault(string what) => new(_position, what);
}
