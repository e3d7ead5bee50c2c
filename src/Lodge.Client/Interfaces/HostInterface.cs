using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A network interface of the host.</summary>
public sealed partial class HostInterface : LibvirtObject
{
    internal HostInterface(LibvirtConnection connection, in RemoteInterface wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    /// <summary>Its MAC address, or an empty text.</summary>
    public string Mac => Wire.Mac;

    internal RemoteInterface Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
