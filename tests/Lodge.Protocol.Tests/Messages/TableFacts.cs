using System.Text.Json;

namespace Lodge.Protocol.Tests.Messages;

/// <summary>The table of the wire, read once more and apart from the generator.</summary>
internal static class TableFacts
{
    private static readonly string Folder = Find();
    private static readonly List<JsonElement> Files = [.. Directory
        .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/api/", StringComparison.Ordinal))
        .Select(path => JsonDocument.Parse(File.ReadAllText(path)).RootElement)];

    /// <summary>Each bounded field: its structure, its name, its element and its limit.</summary>
    public static IEnumerable<(string Struct, string Field, string Element, int Max)> Bounded() =>
        from file in Files
        where file.TryGetProperty("structs", out _)
        from structure in file.GetProperty("structs").EnumerateObject()
        from field in structure.Value.EnumerateObject()
        let type = field.Value.GetString()!
        let bracket = type.IndexOf('<', StringComparison.Ordinal)
        where bracket > 0
        select (structure.Name, field.Name, type[..bracket], Limit(type[(bracket + 1)..^1]));

    /// <summary>Each procedure of a program.</summary>
    public static IEnumerable<JsonElement> Procedures(string program) =>
        from file in Files
        where file.GetProperty("program").GetString() == program && file.TryGetProperty("procedures", out _)
        from procedure in file.GetProperty("procedures").EnumerateArray()
        select procedure;

    private static int Limit(string text) => int.TryParse(text, out var number)
        ? number
        : Files.Where(file => file.TryGetProperty("constants", out _))
            .Select(file => file.GetProperty("constants"))
            .Where(constants => constants.TryGetProperty(text, out _))
            .Select(constants => constants.GetProperty(text).GetInt32())
            .Single();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "protocol", "remote")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("protocol/remote");
        }

        return Path.Combine(folder, "protocol");
    }
}
