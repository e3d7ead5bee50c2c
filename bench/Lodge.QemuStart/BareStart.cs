using System.Diagnostics;
using System.Net.Sockets;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.QemuStart;

/// <summary>QEMU started by nobody but the system, its monitor connected to a socket that listens already.</summary>
internal static class BareStart
{
    public static async Task<double> MeasureAsync(string folder)
    {
        var path = Path.Combine(folder, "bare.sock");
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(
            Machine.Emulator, [.. Machine.Arguments, "-chardev", $"socket,id=charmonitor,path={path}"]))!;
        using var monitor = QmpClient.Over(await listener.AcceptAsync());
        await monitor.ContAsync();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        _ = monitor.ExecuteAsync("quit");
        await process.WaitForExitAsync();
        return elapsed;
    }
}
