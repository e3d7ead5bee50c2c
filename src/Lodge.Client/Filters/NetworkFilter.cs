using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A network filter: rules for the traffic of guests.</summary>
public sealed partial class NetworkFilter : LibvirtObject
{
    internal NetworkFilter(LibvirtConnection connection, in RemoteNwfilter wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    internal RemoteNwfilter Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
