using System.Text.RegularExpressions;

namespace Lodge.Interop.Tests;

/// <summary>
/// Stories told line by line: ours prints what stock prints, and lodged answers as libvirtd does. A line marked
/// <c>~</c> is answered by each daemon in its own way; one marked <c>!</c> prints something else every time, or is
/// known to differ.
/// </summary>
public sealed partial class StoryTests(StoryRuns runs) : IClassFixture<StoryRuns>
{
    /// <summary>Every story.</summary>
    public static TheoryData<string> Stories => [.. StoryRuns.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public void On_lodged_ours_prints_what_stock_prints(string story) =>
        Compare(story, ("lodged", "stock"), ("lodged", "ours"), "!");

    [Theory]
    [MemberData(nameof(Stories))]
    public void On_libvirtd_ours_prints_what_stock_prints(string story) =>
        Compare(story, ("libvirtd", "stock"), ("libvirtd", "ours"), "!");

    [Theory]
    [MemberData(nameof(Stories))]
    public void Lodged_answers_as_libvirtd_does(string story) =>
        Compare(story, ("libvirtd", "stock"), ("lodged", "stock"), "!~");

    private void Compare(
        string story, (string Daemon, string Program) expected, (string Daemon, string Program) actual, string marks)
    {
        Assert.SkipWhen(runs.Missing is not null, runs.Missing ?? "");
        var lines = StoryRuns.Read(story);
        var left = runs.Printed(expected.Daemon, expected.Program, story);
        var right = runs.Printed(actual.Daemon, actual.Program, story);
        Assert.Equal(left.Length, right.Length);
        var differing = lines.Index()
            .Where(line => !marks.Contains(line.Item[0], StringComparison.Ordinal)
                && Steady(left[line.Index]) != Steady(right[line.Index]))
            .Select(line => $"{line.Item}\n< {Steady(left[line.Index])}\n> {Steady(right[line.Index])}")
            .ToList();
        Assert.True(differing.Count == 0, string.Join("\n\n", differing));
    }

    private static string Steady(string printed) =>
        Volatile().Replace(Redrawn().Replace(printed, ""), "…").TrimEnd('\n');

    // Readline draws a line again that just fills the terminal.
    [GeneratedRegex(@" *\n\e\[A[^\n]*")]
    private static partial Regex Redrawn();

    // Made up, or of this run: UUIDs, folders, times, memory, numbers of commands, how often progress was looked at.
    [GeneratedRegex(
        @"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|/\S*lodge-stories-[^/]*/[a-z]+/|/tmp/l[^/]*/run"
        + @"|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S*|\d+\.\d+s|<(atime|mtime|ctime|btime)>.*|(?<=-)\d{6,}|(?<=time=)\d+"
        + @"|(?<=cpu\.(user|system)=|libvirt-|rss )\d+|(\r?Block (Copy|Pull|Commit): \[[ 0-9]+ %\])+")]
    private static partial Regex Volatile();
}
