using System.Buffers;

namespace Lodge.Model.Domain;

/// <summary>Names of storage devices all over the world: 16 hexadecimal digits (<c>virValidateWWN</c>).</summary>
public static class WorldWideName
{
    private const int Digits = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Whether a text is one; <c>0x</c> may stand before it.</summary>
    public static bool IsValid(string name)
    {
        var digits = name.AsSpan();
        digits = digits.StartsWith("0x") ? digits[2..] : digits;
        return digits.Length == Digits && !digits.ContainsAnyExcept(HexDigits);
    }
}
