using Lodge.Cli.Virsh;
using Lodge.Cli.Virsh.Parsing;

namespace Lodge.Cli.Tests.Virsh;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("list --foo", "command 'list' doesn't support option --foo")]
    [InlineData("start", "command 'start' requires <domain> option")]
    [InlineData("foo bar", "unknown command: 'foo'")]
    [InlineData("start --domain", "expected syntax: --domain <string>")]
    [InlineData("setvcpus a --count", "expected syntax: --count <number>")]
    [InlineData("list --all --all", "option --all already seen")]
    [InlineData("start a --domain b", "option --domain already seen")]
    [InlineData("list --all=yes", "invalid '=' after option --all")]
    [InlineData("list --help=3", "invalid '=' after option --help")]
    [InlineData("domuuid a b", "unexpected data 'b'")]
    [InlineData("echo --hi=3", "invalid '=' after option --hi")]
    [InlineData("echo \"a", "missing \"")]
    [InlineData("echo a\\", "dangling \\")]
    [InlineData(
        "attach-disk a",
        "command 'attach-disk' requires <source> option\nerror: command 'attach-disk' requires <target> option")]
    [InlineData("list; foo", "unknown command: 'foo'")]
    public void A_wrong_line_is_refused_in_stocks_words(string line, string message)
    {
        var failure = Assert.Throws<CommandFailure>(() => CommandLine.Parse(new LineTokens(line)));
        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("start guest", "start|domain=guest")]
    [InlineData("start --domain guest", "start|domain=guest")]
    [InlineData("start --domain=guest --paused", "start|domain=guest|paused")]
    [InlineData("start --paused guest", "start|paused|domain=guest")]
    [InlineData("start -- --guest", "start|domain=--guest")]
    [InlineData("start 'my guest'", "start|domain=my guest")]
    [InlineData("start \"my \\\"guest\\\"\"", "start|domain=my \"guest\"")]
    [InlineData("start my\\ guest", "start|domain=my guest")]
    [InlineData("list;list --all", "list + list|all")]
    [InlineData("list # all of them", "list")]
    [InlineData("# nothing", "")]
    [InlineData(";; list ;;", "list")]
    [InlineData("list --all\nlist", "list|all + list")]
    [InlineData("list \\\n --all", "list|all")]
    [InlineData("echo --str a b --hi", "echo|string=a|string=b|string=hello")]
    [InlineData("start --help", "help|command=start")]
    [InlineData("start guest --help", "help|command=start")]
    [InlineData("nodedev-dettach pci", "nodedev-detach|device=pci")]
    [InlineData("help --nonsense list extra", "help|command=list")]
    public void A_line_is_understood_as_stock_understands_it(string line, string expected)
    {
        var commands = CommandLine.Parse(new LineTokens(line));
        Assert.Equal(expected, string.Join(" + ", commands.Select(Show)));
    }

    [Fact]
    public void Words_that_a_shell_has_cut_are_not_cut_again()
    {
        var commands = CommandLine.Parse(new ArgvTokens(new[] { "echo", "a b;c", "\"q\"", "#x" }));
        Assert.Equal("echo|string=a b;c|string=\"q\"|string=#x", Show(Assert.Single(commands)));
    }

    [Fact]
    public void Nothing_of_a_line_runs_when_a_later_command_is_wrong() =>
        Assert.Throws<CommandFailure>(() => CommandLine.Parse(new LineTokens("list; start")));

    private static string Show(ParsedCommand command) => string.Join('|', command.Options
        .Select(given => given.Value is null ? given.Definition.Name : $"{given.Definition.Name}={given.Value}")
        .Prepend(command.Command!.Name));
}
