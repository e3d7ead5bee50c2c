using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Whether the network starts with the host.</content>
public sealed partial class Network
{
    /// <summary>Says whether the network starts with the host. (<c>virNetworkSetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetAutostartAsync(bool autostart, CancellationToken cancellationToken = default) =>
        Rpc.NetworkSetAutostartAsync(new() { Net = Wire, Autostart = autostart ? 1 : 0 }, cancellationToken);
}
