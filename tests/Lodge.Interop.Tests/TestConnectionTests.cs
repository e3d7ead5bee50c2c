using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>Our <c>test:///default</c> against stock's: the same guests, networks and pools live in both.</summary>
public sealed partial class TestConnectionTests
{
    public static TheoryData<string> Lines => LineTable.Read("test-driver.txt");

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_prints_what_stock_prints(string line)
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        var (stock, ours) = await VirshPair.RunAsync("test:///default", line);
        Assert.Equal(Steady(stock), Steady(ours));
    }

    /// <summary>The test guest's CPU time is the time of day: no two runs agree on it.</summary>
    private static ProgramRun Steady(ProgramRun run) =>
        run with { Output = CpuTime().Replace(run.Output, "CPU time: …") };

    [GeneratedRegex(@"CPU time: +[\d.]+s")]
    private static partial Regex CpuTime();
}
