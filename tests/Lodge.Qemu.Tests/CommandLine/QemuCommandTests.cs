using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Tests.CommandLine;

public sealed class QemuCommandTests
{
    [Fact]
    public void Files_get_fixed_numbers_above_the_standard_ones()
    {
        using var command = new QemuCommand("/usr/bin/qemu-system-x86_64");

        Assert.Equal(3, command.PassFile(OpenNull()));
        Assert.Equal(4, command.PassFile(OpenNull()));
        Assert.Equal([3, 4], command.Files.Select(file => file.Number));
    }

    [Fact]
    public void A_file_can_be_passed_as_a_path()
    {
        using var command = new QemuCommand("/usr/bin/qemu-system-x86_64");
        command.PassFile(OpenNull());

        Assert.Equal("/dev/fdset/0", command.PassFileAsPath(OpenNull(), "serial0-log,x"));
        Assert.Equal("/dev/fdset/1", command.PassFileAsPath(OpenNull(), "serial1-log"));
        Assert.Equal(
            ["-add-fd", "set=0,fd=4,opaque=serial0-log,,x", "-add-fd", "set=1,fd=5,opaque=serial1-log"],
            command.Arguments);
    }

    [Fact]
    public void Files_close_with_the_command()
    {
        var file = OpenNull();
        var command = new QemuCommand("/bin/true");
        command.PassFile(file);
        command.Dispose();

        Assert.True(file.IsClosed);
        Assert.Empty(command.Files);
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle OpenNull() =>
        File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
}
