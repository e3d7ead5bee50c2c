using System.Globalization;

namespace Lodge.Model.Domain;

/// <summary>
/// UUIDs as libvirt reads them (<c>virUUIDParse</c>): 32 hexadecimal digits, hyphens and spaces anywhere.
/// </summary>
public static class UuidText
{
    /// <summary>Reads a UUID.</summary>
    public static bool TryParse(string text, out Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[16];
        var digits = 0;
        uuid = default;
        foreach (var character in text.AsSpan().Trim())
        {
            if (character is '-' or ' ')
            {
                continue;
            }

            if (digits == 32 || !char.IsAsciiHexDigit(character))
            {
                return false;
            }

            bytes[digits / 2] = (byte)((bytes[digits / 2] << 4) | Convert.ToInt32(character.ToString(), 16));
            digits++;
        }

        uuid = new Guid(bytes, bigEndian: true);
        return digits == 32;
    }

    /// <summary>The canonical form: lower case, hyphens.</summary>
    public static string Format(Guid uuid) => uuid.ToString("D", CultureInfo.InvariantCulture);
}
