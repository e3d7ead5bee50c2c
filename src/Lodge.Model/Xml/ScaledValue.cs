using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>Amounts with a unit (<c>virScaleInteger</c>): b, k/K/KiB, KB, M …, E.</summary>
public static class ScaledValue
{
    /// <summary>Multiplies by a unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit; null or empty takes the default.</param>
    /// <param name="scale">Bytes of the default unit.</param>
    /// <param name="limit">Largest number of bytes allowed.</param>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG for an unknown unit, VIR_ERR_OVERFLOW beyond the
    /// limit.</exception>
    public static ulong Scale(ulong value, string? unit, ulong scale, ulong limit = ulong.MaxValue)
    {
        var factor = string.IsNullOrEmpty(unit) ? scale : Factor(unit);
        return value <= limit / factor
            ? value * factor
            : throw new VirException(
                VirErrorNumber.VIR_ERR_OVERFLOW, VirErrorDomain.VIR_FROM_NONE,
                string.Create(CultureInfo.InvariantCulture, $"value too large: {value}{unit}"));
    }

    private static ulong Factor(string unit)
    {
        if (unit.ToLowerInvariant() is "b" or "byte" or "bytes")
        {
            return 1;
        }

        var radix = unit.Length == 1 || unit[1..].Equals("iB", StringComparison.OrdinalIgnoreCase) ? 1024UL
            : unit[1..].Equals("B", StringComparison.OrdinalIgnoreCase) ? 1000UL
            : throw Unknown(unit);
        var power = char.ToLowerInvariant(unit[0]) switch
        {
            'k' => 1,
            'm' => 2,
            'g' => 3,
            't' => 4,
            'p' => 5,
            'e' => 6,
            _ => throw Unknown(unit),
        };
        var factor = 1UL;
        while (power-- > 0)
        {
            factor *= radix;
        }

        return factor;
    }

    private static VirException Unknown(string unit) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_NONE, $"unknown suffix '{unit}'");
}
