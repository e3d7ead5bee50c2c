namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Reads numbers as C's strtol does, which virsh's users know: blanks and a sign may lead.</summary>
internal static class NumberText
{
    /// <summary>Cuts a number off the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="magnitude">The number without its sign.</param>
    /// <param name="negative">A minus stood before it.</param>
    /// <param name="rest">What follows the digits.</param>
    /// <returns>False when there are no digits, or more than 64 bits hold.</returns>
    internal static bool TryCut(string text, out ulong magnitude, out bool negative, out string rest)
    {
        var at = 0;
        while (at < text.Length && (text[at] == ' ' || text[at] is >= '\t' and <= '\r'))
        {
            at++;
        }

        negative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        rest = text[at..];
        magnitude = 0;
        return at > start && ulong.TryParse(text.AsSpan(start, at - start), out magnitude);
    }

    /// <summary>Reads a whole text as a signed number within bounds.</summary>
    internal static bool TrySigned(string text, long least, long most, out long value)
    {
        value = 0;
        if (!TryCut(text, out var magnitude, out var negative, out var rest) || rest.Length > 0)
        {
            return false;
        }

        if (magnitude > (negative ? (ulong)long.MaxValue + 1 : long.MaxValue))
        {
            return false;
        }

        value = negative ? unchecked(-(long)magnitude) : (long)magnitude;
        return value >= least && value <= most;
    }

    /// <summary>Reads a whole text as an unsigned number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The largest number allowed; a power of two less one.</param>
    /// <param name="wrap">A negative number counts down from the largest one, as in C.</param>
    /// <param name="value">The number.</param>
    internal static bool TryUnsigned(string text, ulong most, bool wrap, out ulong value)
    {
        value = 0;
        if (!TryCut(text, out var magnitude, out var negative, out var rest) || rest.Length > 0
            || (negative && !wrap) || magnitude > most)
        {
            return false;
        }

        value = negative ? unchecked(0 - magnitude) & most : magnitude;
        return true;
    }
}
