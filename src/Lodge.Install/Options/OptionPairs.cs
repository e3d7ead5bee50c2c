using System.Text;

namespace Lodge.Install.Options;

/// <summary>An option's text taken apart: <c>path=/a,size=5,readonly</c> into names and values.</summary>
/// <remarks>Source: <c>virt-install(1)</c>; quotes and backslashes are those of a POSIX shell.</remarks>
internal static class OptionPairs
{
    /// <summary>The names with their values, in the order given; a value is null where there is no <c>=</c>.</summary>
    /// <exception cref="FormatException">A quote is not closed, or nothing follows a backslash.</exception>
    public static List<(string Name, string? Value)> Split(string text)
    {
        var pairs = new List<(string, string?)>();
        foreach (var word in ShellWords.Split(text, static character => character == ','))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]));
        }

        return pairs;
    }

    /// <summary>
    /// The same by name, a later value in place of an earlier one. Values without a name at the beginning take the
    /// names in
    /// <paramref name="first"/>; a sub-option that takes commas swallows what follows up to the next that is known.
    /// </summary>
    /// <exception cref="FormatException">The text cannot be taken apart.</exception>
    public static OrderedDictionary<string, string?> Read(
        string text, SubOption[] known, params ReadOnlySpan<string> first)
    {
        var pairs = Split(text);
        for (var index = 0; index < pairs.Count && index < first.Length && pairs[index].Value is null; index++)
            pairs[index] = (first[index], pairs[index].Name);

        var read = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        for (var index = 0; index < pairs.Count;)
        {
            var (name, value) = pairs[index++];
            if (Find(known, name) is { } option && option.Takes.HasFlag(Takes.Commas))
            {
                var whole = new StringBuilder(value);
                for (; index < pairs.Count && Find(known, pairs[index].Name) is null; index++)
                {
                    whole.Append(',').Append(pairs[index].Name);
                    if (!string.IsNullOrEmpty(pairs[index].Value)) whole.Append('=').Append(pairs[index].Value);
                }

                value = value is null && whole.Length == 0 ? null : whole.ToString();
            }

            read[name] = value;
        }

        return read;
    }

    private static SubOption? Find(SubOption[] known, string name) =>
        Array.Find(known, option => option.Matches(name, out _));
}
