using System.Net.Sockets;

namespace Lodge.Cli.SshProxy;

/// <summary>The daemon's socket on this machine.</summary>
internal static class DaemonSocket
{
    private const string SystemDirectory = "/run/libvirt";

    /// <summary>Connects to the socket of the daemon that serves a URI.</summary>
    internal static async Task<Socket> OpenAsync(string uri, bool readOnly)
    {
        var path = PathOf(uri, readOnly);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw new VirException(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                Domain = VirErrorDomain.VIR_FROM_RPC,
                Message = $"Failed to connect socket to '{path}': {Reason(path, error)}",
            });
        }
    }

    /// <summary>Where the socket is: named by <c>?socket=</c>, the session's, or the system's.</summary>
    internal static string PathOf(string uri, bool readOnly)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_URI, $"Unable to parse URI {uri}");
        }

        foreach (var parameter in parsed.Query.TrimStart('?').Split('&'))
        {
            if (parameter.StartsWith("socket=", StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(parameter["socket=".Length..]);
            }
        }

        if (parsed.AbsolutePath == "/session")
        {
            var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } directory
                ? directory
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(runtime, "libvirt", "libvirt-sock");
        }

        return Path.Combine(SystemDirectory, readOnly ? "libvirt-sock-ro" : "libvirt-sock");
    }

    /// <summary>Why it failed; .NET knows no socket error for a path that is not there.</summary>
    private static string Reason(string path, SocketException error) =>
        File.Exists(path) ? error.Message : "No such file or directory";
}
