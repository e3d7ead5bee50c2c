using System.ComponentModel;
using Lodge.Client.Rpc;
using Lodge.Protocol.Errors;
using Lodge.Transport;
using Lodge.Transport.Unix;

namespace Lodge.Client;

/// <summary>A server of this host, by its unix socket.</summary>
/// <param name="Socket">The socket's path, or null for the usual one.</param>
/// <param name="IsSession">Whether it is the server of this user, that is started when it is needed.</param>
internal sealed record UnixAddress(string? Socket, bool IsSession) : ServerAddress
{
    private const int NoSuchFile = 2;
    private const int Refused = 111;

    /// <inheritdoc/>
    public override async ValueTask<ClientTransport> ConnectAsync(
        ConnectionOptions options, CancellationToken cancellationToken)
    {
        var path = Socket ?? (IsSession
            ? Path.Combine(SessionDaemon.RuntimeFolder, "libvirt-sock")
            : options.ReadOnly ? "/var/run/libvirt/libvirt-sock-ro" : "/var/run/libvirt/libvirt-sock");
        try
        {
            return UnixTransport.Connect(path);
        }
        catch (Win32Exception error) when (
            Socket is null && IsSession && error.NativeErrorCode is NoSuchFile or Refused && SessionDaemon.MayStart)
        {
            await SessionDaemon.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception error)
        {
            throw Unreachable(path, error);
        }

        try
        {
            return UnixTransport.Connect(path);
        }
        catch (Win32Exception error)
        {
            throw Unreachable(path, error);
        }
    }

    private static VirException Unreachable(string path, Win32Exception error) => RpcFault.Of(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"Failed to connect socket to '{path}': {error.Message}", error);
}
