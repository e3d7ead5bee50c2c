using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>A virtual network (<c>&lt;network&gt;</c>). It never changes; a change makes another.</summary>
/// <remarks>https://libvirt.org/formatnetwork.html</remarks>
public sealed partial record NetworkDefinition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its UUID.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>Whether the UUID was given, not made up.</summary>
    public bool IsUuidGiven { get; init; }

    /// <summary>Whether guests may speak IPv6 to each other without an IPv6 address of the network.</summary>
    public bool AllowsIPv6 { get; init; }

    /// <summary>Whether the guest's filters are believed on the host.</summary>
    public bool? TrustGuestRxFilters { get; init; }

    /// <summary>What applications keep here.</summary>
    public XmlNode? Metadata { get; init; }

    /// <summary>The way out.</summary>
    public NetworkForward Forward { get; init; } = NetworkForward.Isolated;

    /// <summary>The bridge.</summary>
    public NetworkBridge Bridge { get; init; } = new();

    /// <summary>The greatest packet in bytes; 0 for the bridge's own.</summary>
    public uint Mtu { get; init; }

    /// <summary>The bridge's hardware address.</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>The domain of the guests' names.</summary>
    public string? DomainName { get; init; }

    /// <summary>Whether names in that domain are never asked for outside.</summary>
    public bool? DomainLocalOnly { get; init; }

    /// <summary>The names that are served.</summary>
    public NetworkDns Dns { get; init; } = new();

    /// <summary>The VLANs of guests.</summary>
    public VlanTags? Vlan { get; init; }

    /// <summary>The limits of the whole network.</summary>
    public Bandwidth? Bandwidth { get; init; }

    /// <summary>Whether guests see no other guest.</summary>
    public bool? IsPortIsolated { get; init; }

    /// <summary>The bridge's addresses.</summary>
    public IReadOnlyList<NetworkIp> Ips { get; init; } = [];

    /// <summary>Routes by way of guests.</summary>
    public IReadOnlyList<IpRoute> Routes { get; init; } = [];

    /// <summary>The virtual switch port of guests.</summary>
    public VirtualPort? VirtualPort { get; init; }

    /// <summary>Settings to choose from.</summary>
    public IReadOnlyList<PortGroup> PortGroups { get; init; } = [];

    /// <summary>Lines for dnsmasq's configuration; null where the element is absent.</summary>
    public IReadOnlyList<string>? DnsmasqOptions { get; init; }

    /// <summary>Whether any address of the family is served.</summary>
    public bool HasFamily(bool v6) => Ips.Any(ip => ip.IsV6 == v6);

    /// <summary>The settings of a name, or the default's where none is chosen.</summary>
    public PortGroup? FindPortGroup(string? name) => PortGroups.FirstOrDefault(
        group => name is null ? group.IsDefault : group.Name == name);
}
