using System.Text.Json.Nodes;

namespace Lodge.Corpus.Tests;

/// <summary>A line of virt-install, and what stock made of it.</summary>
/// <param name="Name">Its number.</param>
/// <param name="Words">The line.</param>
/// <param name="Exit">The exit status.</param>
/// <param name="Xml">What it printed; null where it refused.</param>
/// <param name="Errors">The last lines of what it said.</param>
internal sealed record InstallCase(string Name, string[] Words, int Exit, string? Xml, string[] Errors)
{
    /// <summary>What stands in the lines for the folder of images.</summary>
    public const string Images = "@IMAGES@";

    /// <summary>All that were recorded.</summary>
    public static IEnumerable<InstallCase> All()
    {
        var file = Path.Combine(Testing.Corpus.Folder!, "virt-install", "cases.json");
        var cases = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
        return cases.Select((recorded, index) => new InstallCase(
            $"{index:D3}",
            [.. recorded!["args"]!.AsArray().Select(word => (string)word!)],
            (int)recorded["exit"]!,
            (string?)recorded["xml"],
            [.. recorded["stderr"]?.AsArray().Select(line => (string)line!) ?? []]));
    }

    /// <summary>The line for a folder of images, printing the XML of the first start.</summary>
    public string[] WordsFor(string folder) =>
    [
        .. Words.Select(word => word.Replace(Images, folder, StringComparison.Ordinal)),
        "--connect", "qemu:///system", "--dry-run", "--print-xml", "1",
    ];
}
