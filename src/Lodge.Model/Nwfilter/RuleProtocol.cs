namespace Lodge.Model.Nwfilter;

/// <summary>What kind of packet a rule speaks of: the name of the element inside <c>&lt;rule&gt;</c>.</summary>
/// <remarks>The order is libvirt's: frames first, then what IPv4 carries, then what IPv6 carries.</remarks>
public enum RuleProtocol
{
    /// <summary>No element: every frame.</summary>
    None,

    /// <summary>Any frame.</summary>
    Mac,

    /// <summary>Frames with an 802.1Q tag.</summary>
    Vlan,

    /// <summary>Frames of the spanning tree (IEEE 802.1D).</summary>
    Stp,

    /// <summary>ARP.</summary>
    Arp,

    /// <summary>Reverse ARP.</summary>
    Rarp,

    /// <summary>IPv4, looked at without connections.</summary>
    Ip,

    /// <summary>IPv6, looked at without connections.</summary>
    Ipv6,

    /// <summary>TCP over IPv4.</summary>
    Tcp,

    /// <summary>ICMP.</summary>
    Icmp,

    /// <summary>IGMP.</summary>
    Igmp,

    /// <summary>UDP over IPv4.</summary>
    Udp,

    /// <summary>UDP-Lite over IPv4.</summary>
    Udplite,

    /// <summary>ESP over IPv4.</summary>
    Esp,

    /// <summary>AH over IPv4.</summary>
    Ah,

    /// <summary>SCTP over IPv4.</summary>
    Sctp,

    /// <summary>Whatever IPv4 carries.</summary>
    All,

    /// <summary>TCP over IPv6.</summary>
    TcpOverIpv6,

    /// <summary>ICMPv6.</summary>
    Icmpv6,

    /// <summary>UDP over IPv6.</summary>
    UdpOverIpv6,

    /// <summary>UDP-Lite over IPv6.</summary>
    UdpliteOverIpv6,

    /// <summary>ESP over IPv6.</summary>
    EspOverIpv6,

    /// <summary>AH over IPv6.</summary>
    AhOverIpv6,

    /// <summary>SCTP over IPv6.</summary>
    SctpOverIpv6,

    /// <summary>Whatever IPv6 carries.</summary>
    AllOverIpv6,
}
