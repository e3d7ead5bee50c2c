using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>Settings that guests of a network choose by name (<c>&lt;portgroup&gt;</c>).</summary>
public sealed record PortGroup
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether guests that choose none get it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether the guest's filters are believed on the host.</summary>
    public bool? TrustGuestRxFilters { get; init; }

    /// <summary>The virtual switch port.</summary>
    public VirtualPort? VirtualPort { get; init; }

    /// <summary>The limits.</summary>
    public Bandwidth? Bandwidth { get; init; }

    /// <summary>The VLANs.</summary>
    public VlanTags? Vlan { get; init; }

    internal static PortGroup Parse(Element element) => new()
    {
        Name = element.Attribute("name") is { Length: > 0 } name
            ? name
            : throw NetworkError.Xml("Missing required name attribute in portgroup"),
        IsDefault = string.Equals(element.Attribute("default"), "yes", StringComparison.OrdinalIgnoreCase),
        TrustGuestRxFilters = element.YesNo("trustGuestRxFilters"),
        VirtualPort = element.Child("virtualport") is { } port
            ? VirtualPort.Parse(port, complete: false, generate: false)
            : null,
        Bandwidth = element.Child("bandwidth") is { } bandwidth ? Bandwidth.Parse(bandwidth, allowFloor: false) : null,
        Vlan = element.Child("vlan") is { } vlan ? VlanTags.Parse(vlan) : null,
    };

    internal void Format(XmlOutput output)
    {
        output.Start("portgroup").Attribute("name", Name).Attribute("default", IsDefault ? "yes" : null)
            .YesNo("trustGuestRxFilters", TrustGuestRxFilters);
        Vlan?.Format(output);
        VirtualPort?.Format(output);
        Bandwidth?.Format(output);
        output.EndLong();
    }
}
