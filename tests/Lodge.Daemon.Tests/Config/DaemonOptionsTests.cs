using Lodge.Daemon.Config;

namespace Lodge.Daemon.Tests.Config;

public sealed class DaemonOptionsTests
{
    [Fact]
    public void Root_serves_the_system_and_others_their_session()
    {
        Assert.False(DaemonOptions.Parse([], isRoot: true).IsSession);
        Assert.True(DaemonOptions.Parse([], isRoot: false).IsSession);
        Assert.True(DaemonOptions.Parse(["--session"], isRoot: true).IsSession);
    }

    [Theory]
    [InlineData("--root", "/somewhere", "--ready-fd", "7", "--timeout", "30", "-v")]
    [InlineData("--root=/somewhere", "--ready-fd=7", "-t", "30", "--verbose")]
    public void Values_follow_their_option_or_its_equals_sign(params string[] words)
    {
        var options = DaemonOptions.Parse(words, isRoot: true);
        Assert.Equal(("/somewhere", 7, 30, true),
            (options.Root, options.ReadyDescriptor, options.IdleTimeout, options.IsVerbose));
    }

    [Theory]
    [InlineData("there is no option '--wrong'", "--wrong")]
    [InlineData("there is no option 'word'", "word")]
    [InlineData("option '--root' needs a value", "--root")]
    [InlineData("option '--ready-fd' needs a number, not 'x'", "--ready-fd", "x")]
    [InlineData("option '--ready-fd' needs a number, not '-1'", "--ready-fd", "-1")]
    public void A_wrong_word_is_named(string text, params string[] words) =>
        Assert.Equal(text, Assert.Throws<FormatException>(() => DaemonOptions.Parse(words, isRoot: true)).Message);

    [Fact]
    public void Version_and_help_are_shown()
    {
        Assert.Equal($"lodged {DaemonOptions.VersionText()}", DaemonOptions.Parse(["--version"], isRoot: true).Shows);
        Assert.Contains("--ready-fd", DaemonOptions.Parse(["-h"], isRoot: true).Shows, StringComparison.Ordinal);
    }
}
