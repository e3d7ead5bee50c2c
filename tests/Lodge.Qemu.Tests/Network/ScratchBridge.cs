using System.Diagnostics;

namespace Lodge.Qemu.Tests.Network;

/// <summary>A bridge of the host's that goes when the test ends.</summary>
internal sealed class ScratchBridge : IDisposable
{
    private static int s_last;

    public ScratchBridge(int mtu = 1500)
    {
        Name = $"lb{Environment.ProcessId % 100000}x{Interlocked.Increment(ref s_last)}";
        Ip("link", "add", "name", Name, "mtu", mtu.ToString(), "type", "bridge");
    }

    public string Name { get; }

    public static void SkipUnlessTapsCanBeMade() => Assert.SkipUnless(
        Environment.IsPrivilegedProcess && File.Exists("/dev/net/tun") && File.Exists("/sbin/ip"),
        "needs root, /dev/net/tun and ip");

    /// <summary>The links that are plugged in.</summary>
    public string[] Ports() =>
        [.. Directory.GetFileSystemEntries($"/sys/class/net/{Name}/brif").Select(Path.GetFileName).OfType<string>()];

    public void Dispose() => Ip("link", "del", Name);

    private static void Ip(params string[] arguments)
    {
        using var process = Process.Start("/sbin/ip", arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
