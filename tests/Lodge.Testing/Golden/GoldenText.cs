using System.Text.RegularExpressions;

namespace Lodge.Testing.Golden;

/// <summary>
/// A golden case: what a person gives, and what stock libvirtd 9.0 made of it (<c>tools/golden/record</c> wrote it).
/// </summary>
/// <param name="File">The file that has it, without folder and ending.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Given">What was given.</param>
/// <param name="Parts">What came of it: the lines by their heading.</param>
public sealed partial record GoldenText(
    string File, string Title, string Given, IReadOnlyDictionary<string, string[]> Parts)
{
    /// <summary>The refusal: code, part and text; null where there was none.</summary>
    public string? Refused => Parts.TryGetValue("refused", out var lines) ? lines[0] : null;

    /// <summary>What was stored; null where it was refused.</summary>
    public string? Stored => Parts.TryGetValue("stored", out var lines) ? string.Join('\n', lines) : null;

    /// <summary>The cases of every file of a folder beside the tests.</summary>
    /// <param name="folder">Its name below <c>Golden</c>.</param>
    public static IReadOnlyList<GoldenText> In(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden", folder), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read)];

    private static IEnumerable<GoldenText> Read(string file) =>
        from block in CaseBegin().Split(System.IO.File.ReadAllText(file))
        where block.Length > 0
        let end = block.IndexOf('\n', StringComparison.Ordinal)
        let parts = PartBegin().Split(block[(end + 1)..])
        select new GoldenText(
            Path.GetFileNameWithoutExtension(file), block[2..end], parts[0],
            parts.Skip(1).Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .ToDictionary(lines => lines[0], lines => lines[1..]));

    [GeneratedRegex("^(?=# )", RegexOptions.Multiline)]
    private static partial Regex CaseBegin();

    [GeneratedRegex("^-- ", RegexOptions.Multiline)]
    private static partial Regex PartBegin();
}
