using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// What a network gave to an interface of a running guest (<c>&lt;actual&gt;</c>, in the daemon's notes only).
/// </summary>
public sealed class ActualInterface
{
    /// <summary>What it is really connected to.</summary>
    public InterfaceType Type { get; set; }

    /// <summary>The other end.</summary>
    public InterfaceSource Source { get; set; } = new();

    /// <summary>Who keeps the bridge's address table.</summary>
    public MacTableOwner MacTableOwner { get; set; }

    /// <summary>Whether the guest's filters are believed on the host.</summary>
    public bool? TrustGuestRxFilters { get; set; }

    /// <summary>The class of its traffic; 0 for none.</summary>
    public uint ClassId { get; set; }

    /// <summary>Its VLANs.</summary>
    public VlanTags? Vlan { get; set; }

    /// <summary>Its virtual switch port.</summary>
    public VirtualPort? VirtualPort { get; set; }

    /// <summary>Its limits.</summary>
    public Bandwidth? Bandwidth { get; set; }

    /// <summary>Whether it sees no other isolated port.</summary>
    public bool? Isolated { get; set; }

    internal static ActualInterface Parse(Element element, DomainXmlParseOptions options)
    {
        var type = element.RequiredNamed("type", InterfaceTypeNames.Table);
        var source = element.Child("source");
        var actual = new ActualInterface
        {
            Type = type,
            TrustGuestRxFilters = element.YesNo("trustGuestRxFilters"),
            Source = new()
            {
                Bridge = source?.Attribute("bridge"),
                Device = source?.Attribute("dev"),
                Mode = source?.Named("mode", MacvtapModeNames.Table) ?? default,
                Hostdev = type == InterfaceType.Hostdev ? Hostdev.ParseInterface(element, options) : null,
            },
            MacTableOwner = source?.Named("macTableManager", MacTableOwnerNames.Table) ?? default,
            ClassId = element.Child("class")?.UInt("id") ?? 0,
            Vlan = element.Child("vlan") is { } vlan ? VlanTags.Parse(vlan) : null,
            VirtualPort = element.Child("virtualport") is { } port
                ? VirtualPort.Parse(port, complete: false, generate: false) : null,
            Bandwidth = element.Child("bandwidth") is { } bandwidth
                ? Bandwidth.Parse(bandwidth, allowFloor: true) : null,
            Isolated = element.Child("port")?.YesNo("isolated"),
        };
        return actual;
    }

    internal void Format(XmlOutput output, Interface owner, DomainXmlFormatOptions options)
    {
        output.Start("actual").Attribute("type", Type.ToXml())
            .Attribute("managed", Source.Hostdev is { Managed: true } ? "yes" : null)
            .YesNo("trustGuestRxFilters", TrustGuestRxFilters);
        FormatContent(output, owner, options, inside: true);
        output.End();
    }

    internal void FormatContent(XmlOutput output, Interface owner, DomainXmlFormatOptions options, bool inside)
    {
        if (Source.Hostdev is { } hostdev)
        {
            hostdev.FormatSource(output, options, withType: true);
        }
        else
        {
            output.Start("source");
            if (!inside)
            {
                output.Attribute("network", owner.Source.Network).Attribute("portgroup", owner.Source.PortGroup)
                    .Attribute("portid", owner.Source.PortId is { } id ? UuidText.Format(id) : null);
            }

            output.Attribute("bridge", Source.Bridge).Named("macTableManager", MacTableOwner, MacTableOwnerNames.Table);
            if (Type == InterfaceType.Direct)
            {
                output.Attribute("dev", Source.Device).Attribute("mode", Source.Mode.ToXml());
            }

            output.End();
        }

        if (options.Status && ClassId != 0)
        {
            output.Start("class").Attribute("id", (ulong?)ClassId).End();
        }

        (Vlan ?? owner.Vlan)?.Format(output);
        VirtualPort?.Format(output);
        Bandwidth?.Format(output);
        Interface.FormatIsolated(output, Isolated);
    }
}
