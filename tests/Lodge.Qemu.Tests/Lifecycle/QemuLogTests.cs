using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Lifecycle;

namespace Lodge.Qemu.Tests.Lifecycle;

public sealed class QemuLogTests
{
    [Fact]
    public void Last_words_leave_out_the_chatter_of_character_devices() =>
        Assert.Equal(
            "qemu: cannot open x",
            QemuLog.Shorten("char device redirected to /dev/pts/3 (label charserial0)\nqemu: cannot open x\n\n"));

    [Fact]
    public void Of_long_last_words_the_end_is_kept_from_a_line_on()
    {
        var printed = string.Concat(Enumerable.Range(0, 200).Select(number => $"line {number}\n"));
        var words = QemuLog.Shorten(printed);
        Assert.True(words.Length <= 1024);
        Assert.StartsWith("line ", words, StringComparison.Ordinal);
        Assert.EndsWith("\nline 199", words, StringComparison.Ordinal);
    }

    [Fact]
    public void One_long_line_is_cut()
    {
        var words = QemuLog.Shorten(new string('x', 5000));
        Assert.Equal(1024, words.Length);
    }

    [Fact]
    public void The_command_line_can_be_given_to_a_shell()
    {
        using var command = new QemuCommand("/usr/bin/qemu");
        command.Add("-name", "guest=it's me,debug-threads=on");
        command.Add("-S");
        command.SetEnvironment("HOME", "/var/lib/x y");
        var lines = QemuLog.FirstLines("it's me", command).Split('\n');
        Assert.Contains("guest: it's me, hostname: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["HOME='/var/lib/x y' \\", "/usr/bin/qemu \\", @"-name 'guest=it'\''s me,debug-threads=on' \", "-S",
                ""], lines[1..]);
    }

    [Fact]
    public void An_overlong_log_is_put_aside()
    {
        using var folder = new ScratchFolder();
        var path = folder.Path("guest.log");
        File.WriteAllText(path, new string('x', (2 * 1024 * 1024) + 1));
        using var command = new QemuCommand("/usr/bin/qemu");
        using (var log = QemuLog.Begin(path, "guest", command)) Assert.Equal("", log.LastWords());
        Assert.True(new FileInfo(path).Length < 1000);
        Assert.True(File.Exists(path + ".0"));
    }

    [Fact]
    public void Only_what_was_printed_since_the_start_counts_as_last_words()
    {
        using var folder = new ScratchFolder();
        var path = folder.Path("guest.log");
        File.WriteAllText(path, "qemu: an old complaint\n");
        using var command = new QemuCommand("/usr/bin/qemu");
        using var log = QemuLog.Begin(path, "guest", command);
        File.AppendAllText(path, "qemu: a new one\n");
        Assert.Equal("qemu: a new one", log.LastWords());
    }
}
