using System.Text;

namespace Lodge.Cli.Terminal;

/// <summary>Turns a terminal's bytes into keys.</summary>
/// <param name="input">Where the bytes come from.</param>
/// <remarks>Source: ECMA-48 control sequences as xterm and the Linux console send them.</remarks>
internal sealed class KeyReader(Stream input)
{
    private const byte Escape = 0x1B;

    /// <summary>Waits for the next key.</summary>
    internal Key Read()
    {
        var first = input.ReadByte();
        return first switch
        {
            < 0 => new Key(KeyKind.Closed),
            Escape => ReadEscape(),
            < 0x20 or 0x7F => new Key(KeyKind.Control, ((char)first).ToString()),
            _ => ReadText((byte)first),
        };
    }

    private Key ReadText(byte first)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = first;
        var length = first switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        for (var i = 1; i < length; i++)
        {
            var next = input.ReadByte();
            if (next < 0)
            {
                return new Key(KeyKind.Closed);
            }

            bytes[i] = (byte)next;
        }

        return new Key(KeyKind.Text, Encoding.UTF8.GetString(bytes[..length]));
    }

    private Key ReadEscape()
    {
        var next = input.ReadByte();
        return next switch
        {
            < 0 => new Key(KeyKind.Closed),
            '[' => ReadSequence(),
            'O' => Named((char)input.ReadByte(), ""),
            _ => new Key(KeyKind.Meta, ((char)next).ToString()),
        };
    }

    private Key ReadSequence()
    {
        var parameters = new StringBuilder();
        int next;
        while ((next = input.ReadByte()) is >= '0' and <= '?')
        {
            parameters.Append((char)next);
        }

        return next < 0 ? new Key(KeyKind.Closed) : Named((char)next, parameters.ToString());
    }

    private static Key Named(char final, string parameters) => (final, parameters) switch
    {
        ('A', _) => new Key(KeyKind.Up),
        ('B', _) => new Key(KeyKind.Down),
        ('C', "1;5") => new Key(KeyKind.Meta, "f"),
        ('D', "1;5") => new Key(KeyKind.Meta, "b"),
        ('C', _) => new Key(KeyKind.Right),
        ('D', _) => new Key(KeyKind.Left),
        ('H', _) or ('~', "1" or "7") => new Key(KeyKind.Home),
        ('F', _) or ('~', "4" or "8") => new Key(KeyKind.End),
        ('~', "3") => new Key(KeyKind.Delete),
        _ => new Key(KeyKind.Other),
    };
}
