namespace Lodge.Cli.VirtInstall;

/// <summary>Orders names as people do, but for numbers, of which the greater comes first.</summary>
internal sealed class NewestFirst : IComparer<string>
{
    /// <summary>The one there is.</summary>
    public static NewestFirst Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x ?? ""), Parts(y ?? ""));
        for (var index = 0; index < Math.Min(left.Count, right.Count); index++)
        {
            var order = index % 2 == 0
                ? string.CompareOrdinal(left[index].ToLowerInvariant(), right[index].ToLowerInvariant())
                : CompareNumbers(right[index], left[index]);
            if (order != 0) return order;
        }

        return left.Count - right.Count;
    }

    private static int CompareNumbers(string left, string right)
    {
        (left, right) = (left.TrimStart('0'), right.TrimStart('0'));
        return left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
    }

    // Text and numbers by turns, beginning with text.
    private static List<string> Parts(string name)
    {
        var (parts, start) = (new List<string>(), 0);
        for (var at = 1; at <= name.Length; at++)
        {
            if (at < name.Length && char.IsAsciiDigit(name[at]) == char.IsAsciiDigit(name[at - 1])) continue;
            if (start == 0 && char.IsAsciiDigit(name[0])) parts.Add("");
            parts.Add(name[start..at]);
            start = at;
        }

        return parts;
    }
}
