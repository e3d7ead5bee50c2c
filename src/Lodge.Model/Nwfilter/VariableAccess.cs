using System.Buffers;
using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.Nwfilter;

/// <summary>
/// A variable in a rule: <c>$IP</c> and <c>$IP[@2]</c> run through all its values, <c>$IP[3]</c> takes one.
/// </summary>
/// <param name="Name">The variable.</param>
/// <param name="Number">The iterator, or the index of the value.</param>
/// <param name="IsElement">One value by its index; otherwise each value in turn, hand in hand with the same iterator's
/// others.</param>
public sealed record VariableAccess(string Name, uint Number, bool IsElement)
{
    /// <summary>Highest iterator (<c>VIR_NWFILTER_MAX_ITERID</c>).</summary>
    public const uint MaximumIterator = 1000;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Whether every character may stand in a variable's name.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => !name.ContainsAnyExcept(NameCharacters);

    /// <summary>Reads what follows the dollar sign; null where it is malformed.</summary>
    public static VariableAccess? Parse(string text)
    {
        var length = text.AsSpan().IndexOfAnyExcept(NameCharacters);
        if (length < 0)
        {
            return new(text, 0, false);
        }

        if (text[length] != '[')
        {
            return null;
        }

        var name = text[..length];
        var rest = text.AsSpan(length + 1).TrimStart();
        var isElement = !rest.StartsWith("@");
        rest = (isElement ? rest : rest[1..]).TrimStart();
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && Numbers.TryUInt(rest[..digits].ToString(), 10, out var number)
            && rest[digits..].TrimStart().StartsWith("]") && (isElement || number <= MaximumIterator)
            ? new(name, number, isElement)
            : null;
    }

    /// <summary>The form it has in XML, without the dollar sign.</summary>
    public override string ToString() => (IsElement, Number) switch
    {
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"{Name}[{Number}]"),
        (false, 0) => Name,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name}[@{Number}]"),
    };
}
