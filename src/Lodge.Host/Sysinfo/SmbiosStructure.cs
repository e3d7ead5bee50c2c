using System.Buffers.Binary;
using System.Text;

namespace Lodge.Host.Sysinfo;

/// <summary>One structure of the SMBIOS table: fields at fixed places, then its strings (DMTF DSP0134, 6.1).</summary>
internal sealed class SmbiosStructure
{
    private readonly ReadOnlyMemory<byte> _fields;
    private readonly string[] _strings;

    private SmbiosStructure(ReadOnlyMemory<byte> fields, string[] strings)
    {
        _fields = fields;
        _strings = strings;
    }

    /// <summary>What the structure describes: 0 the firmware, 1 the system, and so on.</summary>
    public byte Type => _fields.Span[0];

    /// <summary>Bytes of the fields, the four of the header with them.</summary>
    public int Length => _fields.Length;

    /// <summary>Structures of a whole table; a broken one ends it.</summary>
    public static IEnumerable<SmbiosStructure> ReadAll(ReadOnlyMemory<byte> table)
    {
        const int header = 4;
        const byte endOfTable = 127;
        while (table.Length >= header + 2)
        {
            int length = table.Span[1];
            if (length < header || length > table.Length)
            {
                yield break;
            }

            var strings = ReadStrings(table.Span[length..], out var used);
            if (used < 0)
            {
                yield break;
            }

            var structure = new SmbiosStructure(table[..length], strings);
            if (structure.Type == endOfTable)
            {
                yield break;
            }

            yield return structure;
            table = table[(length + used)..];
        }
    }

    public byte Byte(int offset) => offset < Length ? _fields.Span[offset] : (byte)0;

    public ushort Word(int offset) =>
        offset + 2 <= Length ? BinaryPrimitives.ReadUInt16LittleEndian(_fields.Span[offset..]) : (ushort)0;

    public uint Long(int offset) =>
        offset + 4 <= Length ? BinaryPrimitives.ReadUInt32LittleEndian(_fields.Span[offset..]) : 0;

    public ReadOnlySpan<byte> Bytes(int offset, int count) =>
        offset + count <= Length ? _fields.Span.Slice(offset, count) : [];

    /// <summary>The string whose number stands in a field; null where there is none.</summary>
    public string? Text(int offset)
    {
        int number = Byte(offset);
        return number >= 1 && number <= _strings.Length ? _strings[number - 1] : null;
    }

    /// <summary>All strings, in order.</summary>
    public IReadOnlyList<string> Strings => _strings;

    private static string[] ReadStrings(ReadOnlySpan<byte> bytes, out int used)
    {
        used = -1;
        var strings = new List<string>();
        var position = 0;
        while (position < bytes.Length)
        {
            var length = bytes[position..].IndexOf((byte)0);
            if (length < 0)
            {
                return [];
            }

            position += length + 1;
            if (length > 0)
            {
                strings.Add(Printable(bytes.Slice(position - length - 1, length)));
                continue;
            }

            // A structure without strings ends with two zeros as well.
            used = Math.Min(strings.Count == 0 ? position + 1 : position, bytes.Length);
            return [.. strings];
        }

        return [];
    }

    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        }

        return text.ToString();
    }
}
