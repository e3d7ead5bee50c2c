using System.Net.Sockets;
using System.Text;

namespace Lodge.Daemon.Server;

/// <summary>Tells the service manager how the daemon fares.</summary>
/// <remarks>Source: sd_notify(3).</remarks>
internal static class ServiceNotifier
{
    /// <summary>Says something, when somebody listens.</summary>
    /// <param name="state">What, such as <c>READY=1</c>.</param>
    public static void Notify(string state)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 1 } name)
        {
            return;
        }

        // A name that begins with @ is one without a file; the kernel writes that as a leading NUL.
        var address = name[0] == '@' ? "\0" + name[1..] : name;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), new UnixDomainSocketEndPoint(address));
        }
        catch (SocketException failure)
        {
            Logging.Log.Warning($"The service manager at '{name}' could not be told '{state}': {failure.Message}");
        }
    }
}
