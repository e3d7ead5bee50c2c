using System.Buffers.Binary;
using System.Text;
using Lodge.Install.Os;

namespace Lodge.Install.Media.Iso;

/// <summary>
/// Volume descriptors: sectors from 16 on (ECMA-119, 8).
/// </summary>
/// <remarks>
/// <code>
/// 0 type, 1 "CD001", 8 system id (32), 40 volume id (32), 80 volume space size (both-endian 32), 88 escape sequences,
/// 128 logical block size (both-endian 16), 156 root folder's record (34), 318 publisher (128), 574 application (128)
/// </code>
/// </remarks>
internal static class IsoDescriptor
{
    public const byte Boot = 0;
    public const byte Primary = 1;
    public const byte Supplementary = 2;
    public const byte End = 255;

    public static MediaIdentity Identity(ReadOnlySpan<byte> sector) => new(
        Text(sector.Slice(40, 32)),
        Text(sector.Slice(8, 32)),
        Text(sector.Slice(318, 128)),
        Text(sector.Slice(574, 128)),
        (long)BinaryPrimitives.ReadUInt32LittleEndian(sector[80..])
            * BinaryPrimitives.ReadUInt16LittleEndian(sector[128..]),
        false);

    public static IsoEntry Root(ReadOnlySpan<byte> sector) =>
        IsoRecord.TryRead(sector.Slice(156, 34), isJoliet: false, out var record, out _) && record.IsFolder
            ? record with { Name = "" }
            : throw new InvalidDataException("the volume descriptor names no root folder");

    public static bool IsElTorito(ReadOnlySpan<byte> sector) =>
        sector[7..].StartsWith("EL TORITO SPECIFICATION"u8);

    /// <summary>The escape sequences of UCS-2, levels 1 to 3.</summary>
    public static bool IsJoliet(ReadOnlySpan<byte> sector) =>
        sector[88] == '%' && sector[89] == '/' && sector[90] is (byte)'@' or (byte)'C' or (byte)'E';

    private static string? Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? field : field[..end]).TrimEnd();
        return text.Length > 0 && !string.IsNullOrWhiteSpace(text) ? text : null;
    }
}
