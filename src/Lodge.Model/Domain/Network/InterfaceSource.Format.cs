using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The other end of an interface, written.</summary>
public sealed partial class InterfaceSource
{
    internal void Format(
        XmlOutput output, InterfaceType type, DomainXmlFormatOptions options, InterfaceBackendOptions backend)
    {
        if (type == InterfaceType.Hostdev)
        {
            Hostdev?.FormatSource(output, options, withType: true);
            return;
        }

        output.Start("source");
        switch (type)
        {
            case InterfaceType.Network:
                output.Attribute("network", Network).Attribute("portgroup", PortGroup)
                    .Attribute("portid", PortId is { } id && !options.Inactive ? UuidText.Format(id) : null);
                break;
            case InterfaceType.Bridge:
                output.Attribute("bridge", Bridge);
                break;
            case InterfaceType.Direct:
                output.Attribute("dev", Device).Attribute("mode", Mode.ToXml());
                break;
            case InterfaceType.Vdpa:
                output.Attribute("dev", Device);
                break;
            case InterfaceType.Internal:
                output.Attribute("name", InternalName);
                break;
            case InterfaceType.Vhostuser when VhostUser is not null:
                output.Attribute("type", "unix").Attribute("path", VhostUser.Path)
                    .Attribute("mode", VhostUser.Listen ? "server" : "client");
                VhostUser.Reconnect?.Format(output);
                break;
            case InterfaceType.Client or InterfaceType.Server or InterfaceType.Mcast or InterfaceType.Udp:
                output.Attribute("address", SocketAddress).Attribute("port", (long?)SocketPort);
                if (type == InterfaceType.Udp)
                {
                    output.Start("local").Attribute("address", LocalAddress).Attribute("port", (long?)LocalPort).End();
                }

                break;
            case InterfaceType.Vds:
                output.Attribute("switchid", SwitchId is { } uuid ? UuidText.Format(uuid) : null)
                    .Attribute("portid", (long?)VdsPortId).Attribute("portgroupid", PortGroupId)
                    .Attribute("connectionid", (long?)ConnectionId);
                break;
        }

        HostIp?.Format(output);
        output.EndUnlessEmpty();
    }
}
