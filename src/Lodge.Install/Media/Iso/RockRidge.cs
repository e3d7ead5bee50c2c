using System.Buffers.Binary;
using System.Text;

namespace Lodge.Install.Media.Iso;

/// <summary>
/// Names and links as Unix has them, in the part of a record that is the system's own: fields of a two-letter
/// signature, a length and a version, which may go on elsewhere (IEEE P1281, P1282).
/// </summary>
internal static class RockRidge
{
    private const int MaxAreas = 8;
    private const int MaxAreaLength = 4096;
    private const int MaxText = 1024;
    private const byte Continues = 1;
    private const byte Here = 2;
    private const byte Above = 4;
    private const byte Root = 8;

    /// <summary>An entry with the name and the link that these fields give it.</summary>
    public static IsoEntry Read(IsoImage image, ReadOnlySpan<byte> fields, IsoEntry entry)
    {
        var name = new List<byte>();
        var link = new StringBuilder();
        var hasLink = false;
        var goesOn = false;
        var area = fields;
        for (var areas = 0; areas < MaxAreas; areas++)
        {
            (long Start, int Length)? more = null;
            while (area.Length >= 4 && area[2] >= 4 && area[2] <= area.Length)
            {
                var field = area[..area[2]];
                area = area[field.Length..];
                if (Is(field, "NM"u8) && field.Length > 5 && name.Count < MaxText) name.AddRange(field[5..]);
                else if (Is(field, "SL"u8) && field.Length > 5 && link.Length < MaxText)
                {
                    hasLink = true;
                    goesOn = Append(link, field[5..], goesOn);
                }
                else if (Is(field, "CE"u8) && field.Length >= 28) more = Continuation(field);
                else if (Is(field, "ST"u8)) break;
            }

            if (more is not { } next) break;
            var bytes = new byte[next.Length];
            image.Read(bytes, next.Start, $"the name of '{entry.Name}'");
            area = bytes;
        }

        return entry with
        {
            Name = name.Count > 0 ? Encoding.UTF8.GetString([.. name]) : entry.Name,
            Target = hasLink ? link.ToString() : null,
        };
    }

    private static bool Is(ReadOnlySpan<byte> field, ReadOnlySpan<byte> signature) => field.StartsWith(signature);

    private static (long Start, int Length)? Continuation(ReadOnlySpan<byte> field)
    {
        var start = (BinaryPrimitives.ReadUInt32LittleEndian(field[4..]) * (long)IsoImage.SectorSize)
            + BinaryPrimitives.ReadUInt32LittleEndian(field[12..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(field[20..]);
        return length is 0 or > MaxAreaLength ? null : (start, (int)length);
    }

    /// <summary>Adds parts of a link: flags, a length, the text. Says whether the last goes on in the next.</summary>
    private static bool Append(StringBuilder link, ReadOnlySpan<byte> parts, bool goesOn)
    {
        while (parts.Length >= 2 && parts[1] + 2 <= parts.Length)
        {
            var flags = parts[0];
            if (!goesOn && link.Length > 0 && link[^1] != '/') link.Append('/');
            link.Append(
                (flags & Here) != 0 ? "." : (flags & Above) != 0 ? ".." : (flags & Root) != 0 ? "/"
                : Encoding.UTF8.GetString(parts.Slice(2, parts[1])));
            goesOn = (flags & Continues) != 0;
            parts = parts[(2 + parts[1])..];
        }

        return goesOn;
    }
}
