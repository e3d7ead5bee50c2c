using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A port of a virtual network: one interface of one guest.</summary>
public sealed partial class NetworkPort : LibvirtObject
{
    internal NetworkPort(LibvirtConnection connection, in RemoteNetworkPort wire)
        : base(connection) => Wire = wire;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    /// <summary>The network that it is of.</summary>
    public Network Network => new(Connection, Wire.Net);

    internal RemoteNetworkPort Wire { get; }

    /// <summary>The UUID, for people.</summary>
    public override string ToString() => Uuid.ToString();
}
