namespace Lodge.Corpus.Tests;

/// <summary>A recorded domain: what went into stock libvirtd and what came out.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Input">The XML that was defined.</param>
/// <param name="Defined">The inactive XML after that, or null where it was refused.</param>
/// <param name="Error">The refusal: a line with code and domain, then the message; or null.</param>
internal sealed record DomainCase(string Name, string Input, string? Defined, string? Error)
{
    public int ErrorCode => int.Parse(Error!.Split(' ')[0]);

    /// <summary>The recorded cases of a kind of object.</summary>
    public static IEnumerable<DomainCase> Folders(string kind = "domain") =>
        from folder in Directory.EnumerateDirectories(Path.Combine(Testing.Corpus.Folder!, kind))
            .Order(StringComparer.Ordinal)
        select new DomainCase(
            Path.GetFileName(folder), File.ReadAllText(Path.Combine(folder, "in.xml")),
            Read(folder, "define.xml"), Read(folder, "error.txt"));

    /// <summary>The first line in which two texts differ, or null.</summary>
    public static string? FirstDifference(string expected, string actual)
    {
        var (one, two) = (expected.TrimEnd().Split('\n'), actual.TrimEnd().Split('\n'));
        for (var line = 0; line < Math.Max(one.Length, two.Length); line++)
        {
            var (want, have) = (one.ElementAtOrDefault(line), two.ElementAtOrDefault(line));
            if (want != have)
            {
                return $"{line + 1}: want [{want?.Trim()}] have [{have?.Trim()}]";
            }
        }

        return null;
    }

    private static string? Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
