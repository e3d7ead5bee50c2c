namespace Lodge.Cli.Syntax;

/// <summary>Text broken into lines between words, and behind hyphens inside them.</summary>
internal static class TextWrap
{
    /// <summary>The lines, each as long as fits.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var first = true;
            foreach (var piece in Pieces(word))
            {
                var gap = first && line.Length > 0 ? " " : "";
                first = false;
                if (line.Length > 0 && line.Length + gap.Length + piece.Length > width)
                {
                    yield return line;
                    (line, gap) = ("", "");
                }

                line += gap + piece;
            }
        }

        if (line.Length > 0) yield return line;
    }

    // A hyphen divides where two letters stand before it and one behind.
    private static IEnumerable<string> Pieces(string word)
    {
        var start = 0;
        for (var i = 2; i < word.Length - 1; i++)
        {
            if (word[i] != '-' || !char.IsLetter(word[i - 1]) || !char.IsLetter(word[i - 2])
                || !char.IsLetter(word[i + 1]))
                continue;
            yield return word[start..(i + 1)];
            start = i + 1;
        }

        yield return word[start..];
    }
}
