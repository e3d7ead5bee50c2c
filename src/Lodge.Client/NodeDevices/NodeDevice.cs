using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A device of the host.</summary>
public sealed partial class NodeDevice : LibvirtObject
{
    internal NodeDevice(LibvirtConnection connection, in RemoteNodeDevice wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    internal RemoteNodeDevice Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
