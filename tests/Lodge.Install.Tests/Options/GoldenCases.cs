namespace Lodge.Install.Tests.Options;

/// <summary>Options with the XML that they become, from the files beside.</summary>
/// <remarks>A case is the lines that begin with <c>$</c>, then the XML; an empty line ends it.</remarks>
internal static class GoldenCases
{
    private static readonly string[] s_files = ["options.txt", "suboptions.txt", "storage.txt"];

    /// <summary>All cases.</summary>
    public static IEnumerable<(string Options, string Xml)> All =>
        from file in s_files
        let text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Options", "Golden", file))
        from block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        let xml = block.IndexOf("\n<", StringComparison.Ordinal) + 1
        select (block[..xml].Trim('\n'), block[xml..].TrimEnd('\n') + "\n");

    /// <summary>The options of a case: each with its text.</summary>
    public static IEnumerable<(string Flag, string Text)> Parse(string options) =>
        options.Split('\n').Select(line => line[2..].Split(' ', 2)).Select(words => (words[0], words[1]));
}
