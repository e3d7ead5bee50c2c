namespace Lodge.Cli.Virsh.Parsing;

/// <summary>
/// Sizes with a suffix: <c>4k</c> and <c>1MiB</c> count in powers of 1024, <c>2GB</c> in powers of 1000.
/// </summary>
internal static class ScaledSize
{
    /// <summary>Multiplies a number by what its suffix stands for.</summary>
    /// <param name="number">The number before the suffix.</param>
    /// <param name="suffix">The suffix, in either case, or empty.</param>
    /// <param name="scale">What a number without a suffix counts.</param>
    /// <param name="most">The largest size allowed.</param>
    /// <exception cref="VirException">The suffix is unknown (VIR_ERR_INVALID_ARG) or the size too large
    /// (VIR_ERR_OVERFLOW).</exception>
    internal static ulong Multiply(ulong number, string suffix, ulong scale, ulong most)
    {
        var factor = Factor(suffix, scale);
        if (number > most / factor)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OVERFLOW, VirErrorDomain.VIR_FROM_NONE, $"value too large: {number}{suffix}");
        }

        return number * factor;
    }

    private static ulong Factor(string suffix, ulong scale)
    {
        switch (suffix.ToLowerInvariant())
        {
            case "":
                return scale;
            case "b" or "byte" or "bytes":
                return 1;
        }

        var step = suffix[1..].ToLowerInvariant() switch
        {
            "" or "ib" => 1024UL,
            "b" => 1000UL,
            _ => throw Unknown(suffix),
        };
        var power = "kmgtpe".IndexOf(char.ToLowerInvariant(suffix[0]), StringComparison.Ordinal);
        if (power < 0)
        {
            throw Unknown(suffix);
        }

        var factor = step;
        for (; power > 0; power--)
        {
            factor *= step;
        }

        return factor;
    }

    private static VirException Unknown(string suffix) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_NONE, $"unknown suffix '{suffix}'");
}
