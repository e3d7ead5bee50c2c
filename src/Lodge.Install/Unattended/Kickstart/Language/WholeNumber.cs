using System.Globalization;
using System.Numerics;

namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>A whole number as Python reads it, whose installer reads kickstarts: <c>+1_000</c> is one.</summary>
internal static class WholeNumber
{
    private const int MostDigits = 4300;

    /// <summary>Whether a word is a whole number.</summary>
    public static bool IsOne(string word) => Parse(word) is not null;

    /// <summary>The number; null where it is none.</summary>
    public static BigInteger? Parse(string word)
    {
        var digits = word.Trim();
        if (digits.StartsWith('_') || digits.EndsWith('_') || digits.Contains("__", StringComparison.Ordinal)
            || digits.Length > MostDigits || digits.StartsWith("+_", StringComparison.Ordinal)
            || digits.StartsWith("-_", StringComparison.Ordinal))
        {
            return null;
        }

        digits = digits.Replace("_", "", StringComparison.Ordinal);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
