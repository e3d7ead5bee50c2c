namespace Lodge.Install.Options;

/// <summary>The name that somebody who mistyped most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The known name that takes fewest changes of a letter, if they are few; else null.</summary>
    public static string? Of(string mistyped, IEnumerable<string> known)
    {
        const int LettersAMistake = 3;
        var (nearest, fewest) = ((string?)null, Math.Max(mistyped.TrimStart('-').Length / LettersAMistake, 1) + 1);
        foreach (var name in known)
        {
            if (name.Length < LettersAMistake || Math.Abs(name.Length - mistyped.Length) >= fewest) continue;
            var changes = Changes(mistyped, name);
            if (changes < fewest) (nearest, fewest) = (name, changes);
        }

        return nearest;
    }

    // Letters to add, take out, put in another's place, or swap with their neighbour (Damerau and Levenshtein).
    private static int Changes(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var other = from[i - 1] == to[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(
                    Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + other);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
