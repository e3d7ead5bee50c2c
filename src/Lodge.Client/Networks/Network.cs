using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A virtual network.</summary>
public sealed partial class Network : LibvirtObject
{
    internal Network(LibvirtConnection connection, in RemoteNetwork wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    internal RemoteNetwork Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
