using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A network filter at work on one port.</summary>
public sealed partial class NetworkFilterBinding : LibvirtObject
{
    internal NetworkFilterBinding(LibvirtConnection connection, in RemoteNwfilterBinding wire)
        : base(connection) => Wire = wire;

    /// <summary>The port's device on the host.</summary>
    public string PortDev => Wire.Portdev;

    /// <summary>The name of the filter.</summary>
    public string FilterName => Wire.Filtername;

    internal RemoteNwfilterBinding Wire { get; }

    /// <summary>The portdev, for people.</summary>
    public override string ToString() => PortDev;
}
