using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>Lines on real daemons: on each, both programs print the same.</summary>
public sealed partial class DaemonTests(DaemonFixture daemons) : IClassFixture<DaemonFixture>
{
    public static TheoryData<string, string> Lines
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in LineTable.Read("daemon.txt"))
            {
                rows.Add("system", row.Data);
                rows.Add("lodged", row.Data);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_prints_what_stock_prints(string daemon, string line)
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        Assert.SkipUnless(daemons.Uris.TryGetValue(daemon, out var uri), $"there is no daemon '{daemon}' here");
        var (stock, ours) = await VirshPair.RunAsync(uri!, line);
        Assert.Equal(Steady(stock), Steady(ours));
    }

    /// <summary>What differs from one call to the next, whoever makes it.</summary>
    private static ProgramRun Steady(ProgramRun run) => run with { Output = Volatile().Replace(run.Output, "…") };

    [GeneratedRegex(
        @"libvirt-\d+|(?<=KiB: )\d+|\d+(?= KiB)|(?<=(user|system|idle|iowait|intr):\s+)\d+|(?<=cpu\.[a-z]+=)\d+")]
    private static partial Regex Volatile();
}
