using System.Text.RegularExpressions;

namespace Lodge.Install.Os;

/// <summary>
/// A regular expression of the database. There are thousands, and few are ever tried: each is compiled only once a
/// plain part of it is found in what it is asked of.
/// </summary>
internal sealed class OsPattern
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);
    private readonly string _literal;
    private Regex? _expression;
    private bool _isBroken;

    public OsPattern(string text)
    {
        Text = text;
        _literal = LongestLiteral(text);
    }

    /// <summary>The expression as it stands in the database.</summary>
    public string Text { get; }

    /// <summary>Whether it matches anywhere in a value; a value that is absent matches nothing.</summary>
    public bool Matches(string? value)
    {
        if (value is null || _isBroken || !value.Contains(_literal, StringComparison.Ordinal)) return false;
        try
        {
            _expression ??= new Regex(Text, RegexOptions.CultureInvariant, LongEnough);
            return _expression.IsMatch(value);
        }
        catch (ArgumentException)
        {
            _isBroken = true;
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether an expression may match a value: it does not where a plain part of it is missing.</summary>
    public static bool MayMatch(string text, string value) =>
        value.Contains(LongestLiteral(text), StringComparison.Ordinal);

    /// <summary>The longest run of characters that every match contains; empty where that is hard to tell.</summary>
    private static string LongestLiteral(string text)
    {
        if (text.Contains("(?", StringComparison.Ordinal)) return "";
        var longest = "";
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var character = at < text.Length ? text[at] : '.';
            if (char.IsAsciiLetterOrDigit(character) || character is ' ' or '_' or '-' or ':' or '/') continue;
            if (character == '|' && depth == 0) return "";
            var length = at - start - (character is '?' or '*' or '{' ? 1 : 0);
            if (depth == 0 && length > longest.Length) longest = text.Substring(start, length);
            depth += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0;
            if (character == '\\') at++;
            start = at + 1;
        }

        return longest;
    }
}
