using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>The stock virt-install, virt-xml and virt-clone and ours, given the same lines.</summary>
public sealed partial class InstallPairTests(DaemonFixture daemons) : IClassFixture<DaemonFixture>
{
    private const double LeastShare = 0.95;

    [Theory]
    [InlineData("virt-install")]
    [InlineData("virt-xml")]
    [InlineData("virt-clone")]
    public async Task Nineteen_lines_of_twenty_print_the_same_xml_and_what_is_refused_is_refused(string program)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/" + program), $"the stock {program} is not installed");
        Assert.SkipUnless(daemons.Uris.TryGetValue("lodged", out var uri), "lodged is not built");
        var (lines, differing) = (Lines(program).ToList(), new List<string>());
        foreach (var line in lines)
        {
            string[] words = ["--connect", uri!, .. line.Split(' ')];
            var stock = await ProgramRun.OfAsync("/usr/bin/" + program, words);
            var ours = await OursAsync(program, words);
            if (stock.ExitCode == 0 != (ours.ExitCode == 0) || Steady(stock.Output) != Steady(ours.Output))
            {
                var difference = FirstDifference(stock.Output, ours.Output);
                differing.Add($"{program} {line}\n{stock.Errors}{ours.Errors}{difference}");
            }
        }

        var equal = lines.Count - differing.Count;
        Figures.Tell($"side by side {program}: {equal} of {lines.Count} lines give the stock program's XML or refusal");
        Assert.True(equal >= LeastShare * lines.Count, string.Join('\n', differing));
    }

    [Theory]
    [InlineData("virt-install", "--cloud-init", "--initrd-inject", "--unattended", "--virt-type")]
    [InlineData("virt-xml", "--start", "--confirm", "--define", "--update", "--print")]
    [InlineData("virt-clone")]
    public async Task Every_option_stands_in_a_line_or_has_tests_of_its_own(string program, params string[] others)
    {
        var help = (await OursAsync(program, ["--help"])).Output;
        var written = string.Join(' ', Lines(program).Append(InstallEndingTests.Lines)).Split(' ')
            .Select(word => word.Split('=')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] everywhere = ["--connect", "--debug", "--help", "--version"];

        var missing = Options().Matches(help).Select(match => match.Value).Distinct()
            .Where(option => !written.Contains(option)).Except(others).Except(everywhere);

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Lines(string program) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lines", program + ".txt"))
            .Where(static line => line.Length > 0 && !line.StartsWith('#'));

    private static Task<ProgramRun> OursAsync(string program, string[] words)
    {
        var native = Checkout.ProgramPath(program);
        return File.Exists(native)
            ? ProgramRun.OfAsync(native, words)
            : ProgramRun.OfAsync(Path.Combine(AppContext.BaseDirectory, "lodge"), [program, .. words]);
    }

    private static string FirstDifference(string stock, string ours)
    {
        var pairs = Steady(stock).Split('\n').Zip(Steady(ours).Split('\n'));
        var (left, right) = pairs.FirstOrDefault(pair => pair.First != pair.Second);
        return $"stock: {left}\nours:  {right}\n";
    }

    // Every run makes up its own.
    private static string Steady(string xml) => Random().Replace(xml, "…");

    [GeneratedRegex("(?<=^|[ ,])--[a-zA-Z][a-zA-Z-]*", RegexOptions.Multiline)]
    private static partial Regex Options();

    [GeneratedRegex(
        "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|([0-9a-f]{2}:){5}[0-9a-f]{2}|virtinst-[^\"<]*|-[0-9a-z_]{8}-")]
    private static partial Regex Random();
}
