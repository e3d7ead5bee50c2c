using System.Collections.Frozen;
using Lodge.Model.Xml;
using static Lodge.Model.Nwfilter.FieldKinds;
using static Lodge.Model.Nwfilter.RuleField;

namespace Lodge.Model.Nwfilter;

/// <summary>Which attributes each protocol has, in which forms, in the order in which libvirt writes them.</summary>
internal sealed class RuleSchema
{
    private static readonly (RuleField Field, FieldKinds Kinds)[] Frame =
        [(SrcMacAddr, Mac), (SrcMacMask, MacMask), (DstMacAddr, Mac), (DstMacMask, MacMask)];

    private static readonly (RuleField, FieldKinds)[] Ports =
        [(SrcPortStart, Word), (SrcPortEnd, Word), (DstPortStart, Word), (DstPortEnd, Word)];

    private static readonly (RuleField, FieldKinds)[] Arps =
    [
        .. Frame, (HwType, Word), (ProtocolType, Word), (Opcode, Word | Named), (ArpSrcMacAddr, Mac),
        (ArpDstMacAddr, Mac),
        (ArpSrcIpAddr, Ipv4), (ArpSrcIpMask, Ipv4Mask), (ArpDstIpAddr, Ipv4), (ArpDstIpMask, Ipv4Mask),
        (Gratuitous, FieldKinds.Boolean), (Comment, Text),
    ];

    private static readonly (RuleField, FieldKinds)[] SpanningTree =
    [
        (SrcMacAddr, Mac), (SrcMacMask, MacMask), (RuleField.Type, FieldKinds.Byte), (Flags, FieldKinds.Byte),
        (RootPriority, Word), (RootPriorityHi, Word), (RootAddress, Mac), (RootAddressMask, MacMask),
        (RootCost, DoubleWord), (RootCostHi, DoubleWord), (SenderPriority, Word), (SenderPriorityHi, Word),
        (SenderAddress, Mac), (SenderAddressMask, MacMask), (Port, Word), (PortHi, Word), (Age, Word), (AgeHi, Word),
        (MaxAge, Word), (MaxAgeHi, Word), (HelloTime, Word), (HelloTimeHi, Word), (ForwardDelay, Word),
        (ForwardDelayHi, Word), (Comment, Text),
    ];

    private static readonly RuleSchema[] All =
    [
        new("arp", RuleProtocol.Arp, Arps),
        new("rarp", RuleProtocol.Rarp, Arps),
        new("mac", RuleProtocol.Mac, [.. Frame, (ProtocolId, Word | Named), (Comment, Text)]),
        new("vlan", RuleProtocol.Vlan, [.. Frame, (VlanId, Word), (EncapProtocol, Word | Named), (Comment, Text)]),
        new("stp", RuleProtocol.Stp, SpanningTree),
        new("ip", RuleProtocol.Ip,
            [.. Frame, .. Addresses(Ipv4, Ipv4Mask), (RuleField.Protocol, Named | FieldKinds.Byte), .. Ports,
                (Dscp, FieldKinds.Byte), (Comment, Text)]),
        new("ipv6", RuleProtocol.Ipv6,
        [
            .. Frame, .. Addresses(FieldKinds.Ipv6, Ipv6Mask), (RuleField.Protocol, Named | FieldKinds.Byte), .. Ports,
            (RuleField.Type, FieldKinds.Byte), (TypeEnd, FieldKinds.Byte), (Code, FieldKinds.Byte),
            (CodeEnd, FieldKinds.Byte), (Comment, Text),
        ]),
        new("tcp", RuleProtocol.Tcp, Over(Ipv4, [.. Ports, (Option, FieldKinds.Byte), (Flags, Named)])),
        new("udp", RuleProtocol.Udp, Over(Ipv4, Ports)),
        new("udplite", RuleProtocol.Udplite, Over(Ipv4, [])),
        new("esp", RuleProtocol.Esp, Over(Ipv4, [])),
        new("ah", RuleProtocol.Ah, Over(Ipv4, [])),
        new("sctp", RuleProtocol.Sctp, Over(Ipv4, Ports)),
        new("icmp", RuleProtocol.Icmp, Over(Ipv4, [(RuleField.Type, FieldKinds.Byte), (Code, FieldKinds.Byte)])),
        new("all", RuleProtocol.All, Over(Ipv4, [])),
        new("igmp", RuleProtocol.Igmp, Over(Ipv4, [])),
        new("tcp-ipv6", RuleProtocol.TcpOverIpv6, Over(FieldKinds.Ipv6, [.. Ports, (Option, FieldKinds.Byte)])),
        new("udp-ipv6", RuleProtocol.UdpOverIpv6, Over(FieldKinds.Ipv6, Ports)),
        new("udplite-ipv6", RuleProtocol.UdpliteOverIpv6, Over(FieldKinds.Ipv6, [])),
        new("esp-ipv6", RuleProtocol.EspOverIpv6, Over(FieldKinds.Ipv6, [])),
        new("ah-ipv6", RuleProtocol.AhOverIpv6, Over(FieldKinds.Ipv6, [])),
        new("sctp-ipv6", RuleProtocol.SctpOverIpv6, Over(FieldKinds.Ipv6, Ports)),
        new("icmpv6", RuleProtocol.Icmpv6,
            Over(FieldKinds.Ipv6, [(RuleField.Type, FieldKinds.Byte), (Code, FieldKinds.Byte)])),
        new("all-ipv6", RuleProtocol.AllOverIpv6, Over(FieldKinds.Ipv6, [])),
    ];

    private static readonly FrozenDictionary<string, RuleSchema> ByName = All.ToFrozenDictionary(schema => schema.Name);
    private static readonly FrozenDictionary<RuleProtocol, RuleSchema> ByProtocol =
        All.ToFrozenDictionary(schema => schema.Protocol);

    private RuleSchema(string name, RuleProtocol protocol, (RuleField Field, FieldKinds Kinds)[] fields) =>
        (Name, Protocol, Fields) = (name, protocol, fields);

    /// <summary>The attributes' names in XML.</summary>
    public static XmlNames<RuleField> FieldNames { get; } = new(
        "srcmacaddr", "srcmacmask", "dstmacaddr", "dstmacmask", "protocolid", "vlanid", "encap-protocol", "type",
        "typeend", "code", "codeend", "flags", "root-priority", "root-priority-hi", "root-address", "root-address-mask",
        "root-cost", "root-cost-hi", "sender-priority", "sender-priority-hi", "sender-address", "sender-address-mask",
        "port", "port-hi", "age", "age-hi", "max-age", "max-age-hi", "hello-time", "hello-time-hi", "forward-delay",
        "forward-delay-hi",
        "hwtype", "protocoltype", "opcode", "arpsrcmacaddr", "arpdstmacaddr", "arpsrcipaddr", "arpsrcipmask",
        "arpdstipaddr", "arpdstipmask", "gratuitous", "srcipaddr", "srcipmask", "dstipaddr", "dstipmask", "srcipfrom",
        "srcipto", "dstipfrom", "dstipto", "protocol", "srcportstart", "srcportend", "dstportstart", "dstportend",
        "dscp", "connlimit-above", "state", "ipset", "ipsetflags", "option", "comment");

    /// <summary>The element.</summary>
    public string Name { get; }

    /// <summary>What it stands for.</summary>
    public RuleProtocol Protocol { get; }

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<(RuleField Field, FieldKinds Kinds)> Fields { get; }

    /// <summary>The schema of an element, or null where there is none of that name.</summary>
    public static RuleSchema? Find(string element) => ByName.GetValueOrDefault(element);

    /// <summary>The schema of a protocol.</summary>
    public static RuleSchema Of(RuleProtocol protocol) => ByProtocol[protocol];

    private static (RuleField, FieldKinds)[] Addresses(FieldKinds address, FieldKinds mask) =>
        [(SrcIpAddr, address), (SrcIpMask, mask), (DstIpAddr, address), (DstIpMask, mask)];

    /// <remarks>The end of a destination's range is read as IPv4 even for IPv6, as libvirt 9.0 does.</remarks>
    private static (RuleField, FieldKinds)[] Over(FieldKinds address, (RuleField, FieldKinds)[] own) =>
    [
        (SrcMacAddr, Mac), .. Addresses(address, address == Ipv4 ? Ipv4Mask : Ipv6Mask),
        (SrcIpFrom, address), (SrcIpTo, address), (DstIpFrom, address), (DstIpTo, Ipv4), (Dscp, FieldKinds.Byte),
        (ConnlimitAbove, FieldKinds.UInt16), (State, Named), (IpSet, IpSetName),
        (RuleField.IpSetFlags, FieldKinds.IpSetFlags),
        .. own, (Comment, Text),
    ];
}
