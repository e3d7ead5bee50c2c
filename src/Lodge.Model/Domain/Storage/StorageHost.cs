using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A server of network storage.</summary>
public sealed class StorageHost
{
    /// <summary>Name or address.</summary>
    public string? Name { get; set; }

    /// <summary>Port; 0 where the protocol has none.</summary>
    public uint Port { get; set; }

    /// <summary>Transport.</summary>
    public StorageTransport Transport { get; set; }

    /// <summary>Path of a Unix socket.</summary>
    public string? Socket { get; set; }

    internal static StorageHost Parse(Element element, StorageProtocol protocol)
    {
        var host = new StorageHost();
        if (element.Attribute("transport") is { } transport)
        {
            host.Transport = StorageTransportNames.Table.TryParse(transport, out var kind)
                ? kind
                : throw XmlError.Unsupported($"unknown protocol transport type '{transport}'");
        }

        host.Socket = element.Attribute("socket");
        if (host is { Transport: StorageTransport.Unix, Socket: null })
        {
            throw XmlError.Domain("missing socket for unix transport");
        }

        if (host is { Transport: not StorageTransport.Unix, Socket: not null })
        {
            throw XmlError.Domain($"transport '{host.Transport.ToXml()}' does not support socket attribute");
        }

        if (host.Transport == StorageTransport.Unix)
        {
            return host;
        }

        host.Name = element.Attribute("name") ?? throw XmlError.Domain("missing name for host");
        host.Port = element.UInt("port") ?? DefaultPort(protocol);
        return host;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("host").Attribute("name", Name).AttributeUnlessZero("port", Port)
            .Named("transport", Transport, StorageTransportNames.Table).Attribute("socket", Socket).End();
    }

    private static uint DefaultPort(StorageProtocol protocol) => protocol switch
    {
        StorageProtocol.Http => 80,
        StorageProtocol.Https => 443,
        StorageProtocol.Ftp => 21,
        StorageProtocol.Ftps => 990,
        StorageProtocol.Tftp => 69,
        StorageProtocol.Sheepdog => 7000,
        StorageProtocol.Nbd => 10809,
        StorageProtocol.Ssh => 22,
        StorageProtocol.Iscsi => 3260,
        StorageProtocol.Gluster => 24007,
        StorageProtocol.Vxhs => 9999,
        _ => 0,
    };
}
