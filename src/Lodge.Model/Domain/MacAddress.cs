using System.Globalization;

namespace Lodge.Model.Domain;

/// <summary>The hardware address of a network interface.</summary>
/// <param name="Value">The six bytes, the first one highest.</param>
public readonly record struct MacAddress(ulong Value)
{
    /// <summary>Whether the first byte's lowest bit is set.</summary>
    public bool IsMulticast => ((Value >> 40) & 1) != 0;

    /// <summary>Makes up an address under QEMU's own prefix (<c>52:54:00</c>).</summary>
    public static MacAddress Generate() => new(0x525400000000UL | (uint)Random.Shared.Next(1 << 24));

    /// <summary>Reads six pairs of hexadecimal digits with colons between them.</summary>
    public static bool TryParse(string text, out MacAddress address)
    {
        address = default;
        var value = 0UL;
        var parts = text.Split(':');
        if (parts.Length != 6)
        {
            return false;
        }

        foreach (var part in parts)
        {
            if (part.Length > 2
                || !byte.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var pair))
            {
                return false;
            }

            value = (value << 8) | pair;
        }

        address = new MacAddress(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Value >> 40 & 0xff:x2}:{Value >> 32 & 0xff:x2}:{Value >> 24 & 0xff:x2}:"
            + $"{Value >> 16 & 0xff:x2}:{Value >> 8 & 0xff:x2}:{Value & 0xff:x2}");
}
