using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The other end of an interface (<c>&lt;source&gt;</c>).</summary>
public sealed partial class InterfaceSource
{
    /// <summary>The network's name.</summary>
    public string? Network { get; set; }

    /// <summary>The group of the network's ports.</summary>
    public string? PortGroup { get; set; }

    /// <summary>The port that the network gave, of a running guest.</summary>
    public Guid? PortId { get; set; }

    /// <summary>The bridge's name.</summary>
    public string? Bridge { get; set; }

    /// <summary>The host's interface (macvtap), vDPA device, or passt's interface.</summary>
    public string? Device { get; set; }

    /// <summary>How macvtap forwards.</summary>
    public MacvtapMode Mode { get; set; }

    /// <summary>The socket of a vhost-user interface.</summary>
    public CharacterSource? VhostUser { get; set; }

    /// <summary>The address of a socket interface.</summary>
    public string? SocketAddress { get; set; }

    /// <summary>The port of a socket interface.</summary>
    public int SocketPort { get; set; }

    /// <summary>The host's own address (UDP).</summary>
    public string? LocalAddress { get; set; }

    /// <summary>The host's own port (UDP).</summary>
    public int LocalPort { get; set; }

    /// <summary>The name of an internal network.</summary>
    public string? InternalName { get; set; }

    /// <summary>The device of the host that is passed through.</summary>
    public Hostdev? Hostdev { get; set; }

    /// <summary>The distributed switch (VMware).</summary>
    public Guid? SwitchId { get; set; }

    /// <summary>The port of the switch (VMware).</summary>
    public long VdsPortId { get; set; }

    /// <summary>The switch's group of ports (VMware).</summary>
    public string? PortGroupId { get; set; }

    /// <summary>The connection (VMware).</summary>
    public long ConnectionId { get; set; }

    /// <summary>Addresses of the host's end.</summary>
    public IpConfiguration? HostIp { get; set; }

    internal static InterfaceSource Parse(Element element, Interface owner, DomainXmlParseOptions options)
    {
        var child = element.Child("source");
        var source = new InterfaceSource { HostIp = IpConfiguration.Parse(child, "interface host IP") };
        if (child is null)
        {
            if (owner.Type is not (InterfaceType.Ethernet or InterfaceType.User or InterfaceType.Null
                or InterfaceType.Hostdev))
            {
                throw XmlError.Domain($"interface type='{owner.Type.ToXml()}' requires a 'source' element");
            }

            if (owner.Type != InterfaceType.Hostdev)
            {
                return source;
            }
        }

        source.Parse(element, child!, owner.Type, options);
        return source;
    }

    private void Parse(Element element, Element source, InterfaceType type, DomainXmlParseOptions options)
    {
        switch (type)
        {
            case InterfaceType.Network:
                (Network, PortGroup) = (source.Required("network"), source.Attribute("portgroup"));
                PortId = options.Inactive ? null : Uuid(source, "portid");
                break;
            case InterfaceType.Bridge:
                Bridge = source.Required("bridge");
                break;
            case InterfaceType.Direct:
                (Device, Mode) = (source.Required("dev"), source.Named("mode", MacvtapModeNames.Table));
                break;
            case InterfaceType.Vdpa:
                Device = source.Required("dev");
                break;
            case InterfaceType.User:
                Device = source.Attribute("dev");
                break;
            case InterfaceType.Internal:
                InternalName = source.Required("name");
                break;
            case InterfaceType.Vhostuser:
                VhostUser = ParseVhostUser(source);
                break;
            case InterfaceType.Client or InterfaceType.Server or InterfaceType.Mcast or InterfaceType.Udp:
                ParseSocket(source, type);
                break;
            case InterfaceType.Hostdev:
                Hostdev = Hostdev.ParseInterface(element, options);
                break;
            case InterfaceType.Vds:
                ParseVds(source);
                break;
        }
    }

    private static CharacterSource ParseVhostUser(Element source)
    {
        var type = source.Required("type");
        if (type != "unix")
        {
            throw XmlError.Unsupported($"Type='{type}' unsupported for <interface type='vhostuser'>");
        }

        var path = source.Required("path");
        return new()
        {
            Type = CharacterSourceType.Unix,
            Path = path,
            Listen = source.Required("mode") switch
            {
                "client" => false,
                "server" => true,
                var other => throw source.Invalid("mode", other, "."),
            },
            Reconnect = ReconnectPolicy.Parse(source),
        };
    }

    private void ParseSocket(Element source, InterfaceType type)
    {
        SocketAddress = type == InterfaceType.Server ? source.Attribute("address") : source.Required("address");
        source.Required("port");
        SocketPort = source.Int("port") ?? 0;
        if (type == InterfaceType.Udp)
        {
            var local = source.Child("local")
                ?? throw XmlError.Domain("'<local>' element missing for 'udp' socket interface");
            LocalAddress = local.Required("address");
            local.Required("port");
            LocalPort = local.Int("port") ?? 0;
        }
    }

    private void ParseVds(Element source)
    {
        source.Required("switchid");
        SwitchId = Uuid(source, "switchid");
        VdsPortId = Long(source, "portid");
        PortGroupId = source.Required("portgroupid");
        ConnectionId = Long(source, "connectionid");
    }

    private static long Long(Element source, string name) =>
        Numbers.TryLong(source.Required(name), 0, out var value)
            ? value
            : throw source.Invalid(name, source.Required(name), ". Expected long long integer value");

    private static Guid? Uuid(Element source, string name) => source.Attribute(name) switch
    {
        null => null,
        var text when UuidText.TryParse(text, out var uuid) => uuid,
        var text => throw source.Invalid(name, text, ". Expected UUID"),
    };
}
