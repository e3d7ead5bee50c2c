using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Whether the device is made when its parent appears.</content>
public sealed partial class NodeDevice
{
    /// <summary>Says whether the device starts with the host. (<c>virNodeDeviceSetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetAutostartAsync(bool autostart, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceSetAutostartAsync(new() { Name = Name, Autostart = autostart ? 1 : 0 }, cancellationToken);
}
