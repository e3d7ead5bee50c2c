namespace Lodge.Testing.CommandLines;

/// <summary>Where two QEMU command lines differ in meaning.</summary>
public static class NativeDifference
{
    /// <summary>
    /// One line per difference, each starting with a short cause that can be counted; none where they agree.
    /// </summary>
    public static List<string> Between(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var missing = NativeOption.ParseAll(expected);
        var extra = NativeOption.ParseAll(actual);
        missing.RemoveAll(option =>
        {
            var twin = extra.FindIndex(other => other.Canonical == option.Canonical);
            if (twin >= 0) extra.RemoveAt(twin);
            return twin >= 0;
        });

        var lines = new List<string>();
        foreach (var option in missing)
        {
            var like = extra.Find(other => other.Identity == option.Identity);
            if (like is null)
            {
                lines.Add($"{option.Kind} is missing: {option.Canonical}");
                continue;
            }

            extra.Remove(like);
            foreach (var key in option.Values.Keys.Union(like.Values.Keys).Order(StringComparer.Ordinal))
            {
                var wanted = option.Values.GetValueOrDefault(key, "(absent)");
                var got = like.Values.GetValueOrDefault(key, "(absent)");
                if (wanted != got) lines.Add($"{option.Kind} {key}: wanted {wanted}, got {got}");
            }
        }

        lines.AddRange(extra.Select(option => $"{option.Kind} is too much: {option.Canonical}"));
        return lines;
    }
}
