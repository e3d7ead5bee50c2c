using System.Text.RegularExpressions;
using Lodge.Cli.VirtInstall;

namespace Lodge.Corpus.Tests;

/// <summary>Lines of virt-install give the XML that stock gives, but for what is random, and its refusals.</summary>
public sealed partial class InstallCorpusTests
{
    // What is reached; a change that makes it less is a regression.
    private const int Floor = 105;

    [Fact]
    public async Task Lines_give_the_xml_or_the_refusal_that_stock_gives()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var folder = Directory.CreateTempSubdirectory("lodge-corpus-").FullName;
        try
        {
            for (var number = 1; number <= 4; number++)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"exist{number}.img"), new byte[1 << 20],
                    TestContext.Current.CancellationToken);
            var report = new CorpusReport("corpus virt-install");
            foreach (var recorded in InstallCase.All())
                report.Add(recorded.Name, await DifferenceAsync(recorded, folder) is { } found ? [found] : []);
            report.Finish(Floor);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> DifferenceAsync(InstallCase recorded, string folder)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        int exit;
        try
        {
            exit = await VirtInstallProgram.RunAsync(recorded.WordsFor(folder), new InstallHost(), output, error);
        }
        catch (Exception broken) when (broken is NullReferenceException or InvalidOperationException
            or ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"broke {broken.GetType().Name} {broken.Message} {broken.StackTrace?.Split('\n')[0]}";
        }

        var said = error.ToString().Replace(folder, InstallCase.Images, StringComparison.Ordinal);
        if (exit != recorded.Exit)
            return $"exit {exit}, stock {recorded.Exit}: {said.Trim()} / {string.Join(' ', recorded.Errors)}";
        if (recorded.Exit != 0) return Refusal(recorded, said);
        if (string.IsNullOrWhiteSpace(recorded.Xml)) return null;
        var made = output.ToString().Replace(folder, InstallCase.Images, StringComparison.Ordinal);
        return DomainCase.FirstDifference(Normal(recorded.Xml), Normal(made));
    }

    private static string? Refusal(InstallCase recorded, string said)
    {
        var lines = said.TrimEnd('\n').Split('\n');
        var (ours, stock) = (lines.TakeLast(recorded.Errors.Length).ToArray(), recorded.Errors);
        return ours.SequenceEqual(stock) ? null : $"said {string.Join(" | ", ours)} stock {string.Join(" | ", stock)}";
    }

    private static string Normal(string xml) => Mac().Replace(Uuid().Replace(xml.Trim(), "<uuid/>"), "<mac/>");

    [GeneratedRegex("<uuid>.*</uuid>")]
    private static partial Regex Uuid();

    [GeneratedRegex("<mac address=.*/>")]
    private static partial Regex Mac();
}
