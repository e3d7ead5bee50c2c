namespace Lodge.Install.Media;

/// <summary>
/// The form of <c>.treeinfo</c>: <c>[section]</c>, then <c>key = value</c> or <c>key: value</c>, whose value goes on in
/// lines that begin with a blank; lines that begin with <c>#</c> or <c>;</c> are comments.
/// </summary>
internal static class TreeInfoText
{
    /// <summary>More than any tree has: what a hostile server may make one hold.</summary>
    public const int MaxLength = 4 << 20;

    private const int MaxKeys = 50_000;

    public static T Read<T>(string text, Func<Dictionary<string, Dictionary<string, string>>, T> make)
    {
        if (text.Length > MaxLength) throw new InvalidDataException(".treeinfo is larger than 4 MiB");
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        Dictionary<string, string>? section = null;
        string? last = null;
        var keys = 0;
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty || line[0] is '#' or ';') continue;
            if (char.IsWhiteSpace(raw[0]) && section is not null && last is not null)
            {
                section[last] = $"{section[last]}\n{line}";
            }
            else if (line[0] == '[' && line[^1] == ']')
            {
                var name = line[1..^1].ToString();
                last = null;
                if (!sections.TryGetValue(name, out section)) sections[name] = section = new(StringComparer.Ordinal);
            }
            else
            {
                var split = line.IndexOfAny('=', ':');
                if (split <= 0) throw Broken(number, "neither a section nor a key with a value");
                if (section is null) throw Broken(number, "a key before the first section");
                if (++keys > MaxKeys) throw Broken(number, $"more than {MaxKeys} keys");
                last = KeyOf(line, ref split);
                section[last] = line[(split + 1)..].Trim().ToString();
            }
        }

        return make(sections);
    }

    /// <summary>
    /// The key of a line. Those of <c>[checksums]</c> are paths, and an early <c>:</c> may be part of one: the sign
    /// with a blank before it wins.
    /// </summary>
    private static string KeyOf(ReadOnlySpan<char> line, ref int split)
    {
        var spaced = line.IndexOf(" =", StringComparison.Ordinal);
        if (line[split] == ':' && spaced > 0) split = spaced + 1;
        return line[..split].Trim().ToString();
    }

    private static InvalidDataException Broken(int line, string what) =>
        new($".treeinfo, line {line}: {what}");
}
