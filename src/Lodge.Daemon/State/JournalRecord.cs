using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Lodge.Daemon.State;

/// <summary>One change of a folder, as its journal holds it.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Name">The file's name in the folder.</param>
/// <param name="Time">When the file was last changed, in nanoseconds of the kernel's clock.</param>
/// <param name="Content">The file's whole content; empty where it was taken away.</param>
/// <remarks>
/// Numbers are little-endian. A record begins on a block of <see cref="Block"/> bytes:
/// <code>
///  0  magic "LJ01"
///  4  length of all that follows the checksum
///  8  CRC-32C of it
/// 12  kind
/// 14  length of the name
/// 16  time
/// 24  name (UTF-8), content
/// </code>
/// What follows the last record is zeros, or a record that a power cut tore: its checksum is wrong.
/// </remarks>
internal readonly record struct JournalRecord(
    JournalRecord.Change Kind, string Name, long Time, ReadOnlyMemory<byte> Content)
{
    /// <summary>What disks write whole: no record shares it with another.</summary>
    public const int Block = 512;

    private const uint Magic = 0x31304A4C;
    private const int CheckedAt = 12;
    private const int NameAt = 24;

    /// <summary>What was done to a file.</summary>
    internal enum Change : byte
    {
        /// <summary>It was put in place.</summary>
        Written = 1,

        /// <summary>It was taken away.</summary>
        Removed = 2,

        /// <summary>It was to be put in place, which failed: the record of that does not count.</summary>
        Withdrawn = 3,
    }

    /// <summary>The bytes that a record takes.</summary>
    public static int SizeOf(string name, int content) =>
        (NameAt + Encoding.UTF8.GetByteCount(name) + content + Block - 1) / Block * Block;

    /// <summary>Writes a record into a buffer of <see cref="SizeOf"/> bytes.</summary>
    public static void Write(Span<byte> place, Change kind, string name, long time, ReadOnlySpan<byte> content)
    {
        place.Clear();
        var nameLength = Encoding.UTF8.GetBytes(name, place[NameAt..]);
        content.CopyTo(place[(NameAt + nameLength)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(place, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(place[4..], NameAt - CheckedAt + nameLength + content.Length);
        place[12] = (byte)kind;
        BinaryPrimitives.WriteUInt16LittleEndian(place[14..], (ushort)nameLength);
        BinaryPrimitives.WriteInt64LittleEndian(place[16..], time);
        BinaryPrimitives.WriteUInt32LittleEndian(place[8..], Checksum(place[CheckedAt..], LengthOf(place)));
    }

    /// <summary>Reads the record at the beginning of some bytes.</summary>
    /// <param name="bytes">What is left of a journal.</param>
    /// <param name="record">The record.</param>
    /// <param name="size">The bytes it takes.</param>
    /// <returns>Whether there is a whole one.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out JournalRecord record, out int size)
    {
        record = default;
        size = 0;
        var span = bytes.Span;
        if (span.Length < NameAt || BinaryPrimitives.ReadUInt32LittleEndian(span) != Magic)
            return false;
        var length = LengthOf(span);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(span[14..]);
        if (length < NameAt - CheckedAt + nameLength || length > span.Length - CheckedAt
            || BinaryPrimitives.ReadUInt32LittleEndian(span[8..]) != Checksum(span[CheckedAt..], length))
            return false;
        record = new JournalRecord(
            (Change)span[12],
            Encoding.UTF8.GetString(span.Slice(NameAt, nameLength)),
            BinaryPrimitives.ReadInt64LittleEndian(span[16..]),
            bytes[(NameAt + nameLength)..(CheckedAt + length)]);
        size = Math.Min(span.Length, (CheckedAt + length + Block - 1) / Block * Block);
        return true;
    }

    private static int LengthOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt32LittleEndian(record[4..]);

    private static uint Checksum(ReadOnlySpan<byte> bytes, int length)
    {
        var crc = uint.MaxValue;
        for (bytes = bytes[..length]; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var last in bytes)
            crc = BitOperations.Crc32C(crc, last);
        return ~crc;
    }
}
