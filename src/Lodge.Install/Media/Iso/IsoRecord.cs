using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Lodge.Install.Media.Iso;

/// <summary>
/// Records of folders (ECMA-119, 9.1).
/// </summary>
/// <remarks>
/// <code>
/// 0 length, 2 first block (both-endian 32), 10 bytes (both-endian 32), 25 flags, 32 length of the name, 33 the name,
/// then, at an even place, what the system wants to keep (Rock Ridge)
/// </code>
/// </remarks>
internal static class IsoRecord
{
    public const int MinLength = 34;

    /// <summary>Reads one record; false where what is there is none.</summary>
    /// <param name="record">The record, of the length that it gives.</param>
    /// <param name="isJoliet">Whether names are in UCS-2.</param>
    /// <param name="entry">What it says.</param>
    /// <param name="systemUse">Where the part for the system begins in it.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> record, bool isJoliet, [NotNullWhen(true)] out IsoEntry? entry, out int systemUse)
    {
        entry = null;
        systemUse = 0;
        if (record.Length < MinLength) return false;
        var nameLength = record[32];
        if (33 + nameLength > record.Length) return false;
        systemUse = 33 + nameLength + (1 - (nameLength & 1));
        var extent = new IsoExtent(
            (BinaryPrimitives.ReadUInt32LittleEndian(record[2..]) + (long)record[1]) * IsoImage.SectorSize,
            BinaryPrimitives.ReadUInt32LittleEndian(record[10..]));
        entry = new IsoEntry(Name(record.Slice(33, nameLength), isJoliet), record[25], [extent]);
        return true;
    }

    /// <summary>A name without its version; <c>.</c> and <c>..</c> for a folder's own two records.</summary>
    private static string Name(ReadOnlySpan<byte> name, bool isJoliet)
    {
        if (name.Length == 1 && name[0] < 2) return name[0] == 0 ? "." : "..";
        var text = isJoliet ? Encoding.BigEndianUnicode.GetString(name) : Encoding.UTF8.GetString(name);
        var version = text.LastIndexOf(';');
        if (version > 0) text = text[..version];
        return isJoliet ? text : text.TrimEnd('.');
    }
}
