using System.Diagnostics;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.QemuStart;

/// <summary>QEMU started and stopped as the daemon does it.</summary>
internal static class LaunchedStart
{
    public static async Task<(double Start, double Destroy)> MeasureAsync(string folder)
    {
        var start = Stopwatch.GetTimestamp();
        var path = Path.Combine(folder, "monitor.sock");
        var command = new QemuCommand(Machine.Emulator);
        var file = command.PassFile(MonitorSocket.Listen(path));
        foreach (var argument in Machine.Arguments) command.Add(argument);
        command.Add("-chardev", $"socket,id=charmonitor,fd={file},server=on,wait=off");
        command.SetEnvironment("LC_ALL", "C");
        using var guest = await QemuProcess.StartAsync(new QemuLaunchPlan
        {
            Name = "bench", Command = command, MonitorPath = path, LogPath = Path.Combine(folder, "log"),
        });
        await guest.Monitor.ContAsync();
        var started = Stopwatch.GetTimestamp();
        await guest.StopAsync(QemuStop.Destroy);
        return (
            Stopwatch.GetElapsedTime(start, started).TotalMilliseconds,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
