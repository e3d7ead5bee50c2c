using System.Diagnostics;
using CsCheck;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Tests.Preparation;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("plain-word", "plain-word")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("{\"driver\":\"x\"}", "'{\"driver\":\"x\"}'")]
    public void A_word_is_quoted_where_it_must_be(string word, string expected) =>
        Assert.Equal(expected, ShellText.Quote(word));

    [Fact]
    public void A_command_is_its_environment_its_program_and_its_arguments()
    {
        using var command = new QemuCommand("/usr/bin/qemu");
        command.SetEnvironment("TZ", "Europe/Some where");
        command.Add("-name", "guest=a b");

        Assert.Equal("TZ='Europe/Some where' /usr/bin/qemu -name 'guest=a b'", ShellText.Of(command));
    }

    [Fact]
    public void A_shell_reads_back_what_was_written()
    {
        Gen.Char[' ', '~'].Array[0, 30].Sample(
            letters =>
            {
                var word = new string(letters);
                using var shell = Process.Start(
                    new ProcessStartInfo("/bin/sh", ["-c", "printf %s " + ShellText.Quote(word)])
                {
                    RedirectStandardOutput = true,
                })!;
                Assert.Equal(word, shell.StandardOutput.ReadToEnd());
            },
            iter: 40);
    }
}
