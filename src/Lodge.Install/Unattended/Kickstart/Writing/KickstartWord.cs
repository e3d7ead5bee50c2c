using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>A value as a word of a kickstart's line.</summary>
internal static class KickstartWord
{
    private const string Harmless = "-_./:,@%+=$*";

    /// <summary>The word, in quotes where it would fall apart without them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it is, to say so.</param>
    /// <exception cref="OptionException">No word can say it: there is an end of a line in it.</exception>
    public static string Of(string value, string what)
    {
        foreach (var character in value)
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029' || char.IsSurrogate(character))
                throw new OptionException($"The {what} has a character that a kickstart cannot say");
        }

        var isPlain = value.Length > 0 && value.All(static character =>
            char.IsAsciiLetterOrDigit(character) || Harmless.Contains(character, StringComparison.Ordinal));
        if (isPlain) return value;
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
