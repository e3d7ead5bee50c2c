using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Lifecycle;

namespace Lodge.Qemu.Tests.Lifecycle;

/// <summary>A real QEMU with a machine that has nothing in it.</summary>
internal static class EmptyMachine
{
    public const string Emulator = "/usr/bin/qemu-system-x86_64";

    public static void SkipWithoutQemu() =>
        Assert.SkipUnless(File.Exists(Emulator), $"{Emulator} is not installed");

    public static QemuLaunchPlan Plan(ScratchFolder folder, params string[] more)
    {
        var command = new QemuCommand(Emulator);
        var monitor = command.PassFile(MonitorSocket.Listen(folder.Path("monitor.sock")));
        command.Add("-machine", "pc,accel=tcg");
        command.Add("-nodefaults");
        command.Add("-no-user-config");
        command.Add("-display", "none");
        command.Add("-S");
        command.Add("-m", "64");
        command.Add("-chardev", $"socket,id=charmonitor,fd={monitor},server=on,wait=off");
        command.Add("-mon", "chardev=charmonitor,id=monitor,mode=control");
        foreach (var argument in more) command.Add(argument);
        command.SetEnvironment("LC_ALL", "C");
        command.SetEnvironment("PATH", "/usr/bin:/bin");
        return new QemuLaunchPlan
        {
            Name = "empty",
            Command = command,
            MonitorPath = folder.Path("monitor.sock"),
            LogPath = folder.Path("empty.log"),
        };
    }
}
