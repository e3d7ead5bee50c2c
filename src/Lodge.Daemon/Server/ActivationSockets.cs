using System.Globalization;
using Lodge.Transport.Unix.Server;

namespace Lodge.Daemon.Server;

/// <summary>The listening sockets that the service manager opened for the daemon.</summary>
/// <remarks>Source: sd_listen_fds(3).</remarks>
internal static class ActivationSockets
{
    private const int First = 3;

    /// <summary>Takes them over: each descriptor, and the path it listens at. Children do not inherit the
    /// variables.</summary>
    public static IReadOnlyList<(int Descriptor, string Path)> Take()
    {
        var process = Environment.GetEnvironmentVariable("LISTEN_PID");
        var count = Environment.GetEnvironmentVariable("LISTEN_FDS");
        foreach (var name in (string[])["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"])
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        if (process != Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var sockets))
        {
            return [];
        }

        return [.. Enumerable.Range(First, sockets)
            .Select(descriptor => (descriptor, UnixSocketAddress.Adopt(descriptor)))];
    }
}
