using Lodge.Model.Secret;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>What stock libvirtd makes of a secret's XML is what ours makes of it, to the letter.</summary>
public sealed class SecretTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_secret_becomes_what_libvirt_made_of_it()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var folders = Directory.GetDirectories(Path.Combine(Testing.Corpus.Folder!, "secret"));
        var differing = folders.Where(folder => !IsEqual(folder)).Select(Path.GetFileName).ToList();

        output.WriteLine($"corpus secrets: {folders.Length - differing.Count} of {folders.Length}");
        Assert.NotEmpty(folders);
        Assert.Empty(differing);
    }

    private static bool IsEqual(string folder)
    {
        var input = File.ReadAllText(Path.Combine(folder, "in.xml"));
        var refusal = Path.Combine(folder, "error.txt");
        try
        {
            var made = SecretXml.Format(SecretXml.Parse(input));
            return !File.Exists(refusal) && made.Trim() == File.ReadAllText(Path.Combine(folder, "define.xml")).Trim();
        }
        catch (VirException refused)
        {
            return File.Exists(refusal)
                && File.ReadLines(refusal).First().Contains($"{(int)refused.Code}", StringComparison.Ordinal);
        }
    }
}
