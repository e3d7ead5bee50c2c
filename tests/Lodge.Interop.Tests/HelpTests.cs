namespace Lodge.Interop.Tests;

/// <summary>Everything that needs no daemon: help, grammar, errors, the options before the command.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Lines => LineTable.Read("offline.txt");

    public static TheoryData<string> Commands
    {
        get
        {
            var names = Lodge.Cli.Virsh.Commands.CommandTable.Groups
                .SelectMany(static group => group.Entries).Select(static entry => entry.Name);
            return [.. names];
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_without_a_daemon_prints_what_stock_prints(string line)
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        var (stock, ours) = await VirshPair.RunAsync("", line);
        Assert.Equal(stock, ours);
    }

    [Fact]
    public async Task The_help_pages_of_all_commands_are_stocks()
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        var line = string.Join(';', Commands.Select(static row => $"help {row.Data}"));
        var (stock, ours) = await VirshPair.RunAsync("", line);
        Assert.Equal(stock, ours);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-v")]
    [InlineData("--version")]
    [InlineData("-x")]
    [InlineData("--foo")]
    [InlineData("-c")]
    [InlineData("--connect")]
    [InlineData("--conn")]
    [InlineData("-d", "x")]
    [InlineData("--debug", "x", "pwd")]
    [InlineData("-d", "7", "echo", "a")]
    [InlineData("-e", "ab")]
    [InlineData("-e", "^1")]
    [InlineData("-k", "x")]
    [InlineData("-k", "-1")]
    [InlineData("--keepalive-count", "-1")]
    [InlineData("--c", "test:///default", "echo", "hi")]
    [InlineData("-qr", "echo", "a")]
    [InlineData("-cnonsense:///", "echo", "a")]
    [InlineData("echo", "a b", "--", "--shell")]
    [InlineData("echo", "--shell", "it's", "")]
    [InlineData("list", "--all", "--foo")]
    [InlineData("")]
    [InlineData("-l", "/nonexistent/log", "echo", "a")]
    public async Task Options_before_the_command_are_stocks(params string[] words)
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        var (stock, ours) = await VirshPair.RunWordsAsync(words);
        Assert.Equal(stock, ours);
    }

    [Theory]
    [InlineData("echo a\necho b\n")]
    [InlineData("nonsense\n\nquit\necho c\n")]
    [InlineData("echo a; echo b # c\n")]
    [InlineData("cd /; pwd\nexit")]
    [InlineData("cd /nonexistent\n")]
    public async Task The_interactive_mode_reads_lines_as_stock_does(string input)
    {
        Assert.SkipUnless(VirshPair.HasStock, "the stock virsh is not installed");
        var (stock, ours) = await VirshPair.RunWordsAsync(["-c", "test:///default"], input);
        Assert.Equal(stock.Errors, ours.Errors);
        Assert.Equal(stock.Output, ours.Output.Replace("to lodge,", "to virsh,", StringComparison.Ordinal));
    }
}
