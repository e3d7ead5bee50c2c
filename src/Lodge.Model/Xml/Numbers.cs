using System.Globalization;

namespace Lodge.Model.Xml;

/// <summary>
/// Numbers as libvirt reads them (<c>virStrToLong_*</c>): C's prefixes at radix 0, nothing after the digits.
/// </summary>
internal static class Numbers
{
    public static bool TryULong(string text, int radix, out ulong value)
    {
        var digits = text.AsSpan().TrimStart();
        if (digits.StartsWith("+"))
        {
            digits = digits[1..];
        }

        return TryDigits(digits, radix, out value);
    }

    public static bool TryUInt(string text, int radix, out uint value)
    {
        var fits = TryULong(text, radix, out var wide) && wide <= uint.MaxValue;
        value = fits ? (uint)wide : 0;
        return fits;
    }

    public static bool TryLong(string text, int radix, out long value)
    {
        var digits = text.AsSpan().TrimStart();
        var negative = digits.StartsWith("-");
        if (negative || digits.StartsWith("+"))
        {
            digits = digits[1..];
        }

        value = 0;
        if (!TryDigits(digits, radix, out var magnitude) || magnitude > (negative ? 1UL << 63 : long.MaxValue))
        {
            return false;
        }

        value = negative ? unchecked((long)(0 - magnitude)) : (long)magnitude;
        return true;
    }

    public static bool TryInt(string text, int radix, out int value)
    {
        var fits = TryLong(text, radix, out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, int radix, out ulong value)
    {
        var hexadecimal = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (radix == 16 || (radix == 0 && hexadecimal))
        {
            return ulong.TryParse(
                hexadecimal ? digits[2..] : digits, NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out value);
        }

        if (radix == 0 && digits.Length > 1 && digits[0] == '0')
        {
            return TryOctal(digits[1..], out value);
        }

        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    internal static bool TryOctal(ReadOnlySpan<char> digits, out ulong value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || value >> 61 != 0)
            {
                return false;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return digits.Length > 0;
    }
}
