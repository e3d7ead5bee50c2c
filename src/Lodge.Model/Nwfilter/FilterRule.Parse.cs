using Lodge.Model.Xml;
using Lodge.Protocol.Errors;
using static Lodge.Model.Nwfilter.RuleField;

namespace Lodge.Model.Nwfilter;

/// <summary>Reading a rule.</summary>
public sealed partial class FilterRule
{
    private static readonly XmlNames<RuleAction> ActionNames = new("drop", "accept", "reject", "return", "continue");
    private static readonly XmlNames<RuleDirection> DirectionNames = new("in", "out", "inout");

    /// <summary>
    /// Fields that are negated exactly where another one is, so that a range or a mask stays with its start.
    /// </summary>
    private static readonly (RuleField Follower, RuleField Leader)[] FrameLeaders =
        [(SrcMacMask, SrcMacAddr), (DstMacMask, DstMacAddr)];

    private static readonly (RuleField Follower, RuleField Leader)[] SpanningTreeLeaders =
    [
        (SrcMacMask, SrcMacAddr), (RootPriorityHi, RootPriority), (RootAddressMask, RootAddress), 
        (RootCostHi, RootCost),
        (SenderPriorityHi, SenderPriority), (SenderAddressMask, SenderAddress), (PortHi, Port), (AgeHi, Age),
        (MaxAgeHi, MaxAge), (HelloTimeHi, HelloTime), (ForwardDelayHi, ForwardDelay),
    ];

    private static readonly (RuleField Follower, RuleField Leader)[] PacketLeaders =
    [
        (SrcIpMask, SrcIpAddr), (DstIpMask, DstIpAddr),
        (TypeEnd, RuleField.Type), (Code, RuleField.Type), (CodeEnd, RuleField.Type),
    ];

    private static readonly (RuleField Follower, RuleField Leader)[] ConnectionLeaders =
    [
        .. PacketLeaders, (SrcIpTo, SrcIpFrom), (DstIpTo, DstIpFrom),
        (SrcPortEnd, SrcPortStart), (DstPortStart, SrcPortStart), (DstPortEnd, SrcPortStart),
    ];

    internal static FilterRule Parse(Element element)
    {
        var rule = new FilterRule
        {
            Action = Word(element, "action", ActionNames),
            Direction = Word(element, "direction", DirectionNames),
            Priority = element.Attribute("priority") is { } text && Numbers.TryInt(text, 10, out var priority)
                && priority is >= -HighestPriority and <= HighestPriority ? priority : DefaultPriority,
            IgnoresState = element.Attribute("statematch") is { } match
                && (match == "0" || match.Equals("false", StringComparison.OrdinalIgnoreCase)),
        };
        RuleSchema? schema = null;
        foreach (var child in element.Children)
        {
            // The first protocol decides; further elements of the same one add to it, others are passed over.
            if (schema is null ? (schema = RuleSchema.Find(child.Name)) is not null : child.Name == schema.Name)
            {
                rule.Protocol = schema.Protocol;
                rule.Read(child, schema);
                rule.RequirePortProtocol();
            }
        }

        rule.FollowLeaders();
        rule.CompleteSet();
        return rule;
    }

    private static T Word<T>(Element element, string name, XmlNames<T> names)
        where T : struct, Enum
    {
        var text = element.Attribute(name) ?? throw NetworkFilter.Refused(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"rule node requires {name} attribute");
        return names.TryParse(text, out var value) ? value : throw NetworkFilter.Refused(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"unknown rule {name} attribute value");
    }

    private void Read(Element element, RuleSchema schema)
    {
        var negated = element.Attribute("match") == "no";
        VirException? refusal = null;
        foreach (var (field, kinds) in schema.Fields)
        {
            var name = RuleSchema.FieldNames[field];
            if (element.Attribute(name) is not { } text)
            {
                continue;
            }

            if (FieldReading.Read(field, kinds, text) is { } value)
            {
                _fields[field] = value with { IsNegated = negated };
            }
            else
            {
                // Every field is looked at, and the last complaint is the one that libvirt shows.
                refusal = NetworkFilter.Refused(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"{name} has illegal value {text}");
            }
        }

        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private void RequirePortProtocol()
    {
        if (Protocol is not (RuleProtocol.Ip or RuleProtocol.Ipv6)
            || !(Has(SrcPortStart) || Has(SrcPortEnd) || Has(DstPortStart) || Has(DstPortEnd))
            || (_fields.TryGetValue(RuleField.Protocol, out var carried) && carried.Number is 6 or 17 or 33 or 132))
        {
            return;
        }

        throw NetworkFilter.Refused(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            $"{(Protocol == RuleProtocol.Ip ? "IP" : "IPv6")} rule with port specification requires protocol " +
            "specification with protocol to be either one of tcp(6), udp(17), dccp(33), or sctp(132)");
    }

    private void FollowLeaders()
    {
        var leaders = Protocol switch
        {
            RuleProtocol.Mac or RuleProtocol.Vlan => FrameLeaders,
            RuleProtocol.Stp => SpanningTreeLeaders,
            RuleProtocol.Ip or RuleProtocol.Ipv6 => PacketLeaders,
            RuleProtocol.None or RuleProtocol.Arp or RuleProtocol.Rarp => [],
            _ => ConnectionLeaders,
        };
        foreach (var (follower, leader) in leaders)
        {
            if (_fields.TryGetValue(follower, out var value))
            {
                _fields[follower] = value with
                {
                    IsNegated = _fields.TryGetValue(leader, out var leading) && leading.IsNegated,
                };
            }
        }
    }

    /// <summary>
    /// Only rules for all protocols keep the directions of a set; the others get one, as in libvirt 9.0.
    /// </summary>
    private void CompleteSet()
    {
        if (Protocol is RuleProtocol.All or RuleProtocol.AllOverIpv6)
        {
            return;
        }

        if (Has(IpSet) && !Has(IpSetFlags))
        {
            _fields[IpSetFlags] = new(FieldKinds.IpSetFlags, Text: "src");
        }
        else
        {
            _fields.Remove(IpSet);
            _fields.Remove(IpSetFlags);
        }
    }

    private bool Has(RuleField field) => _fields.ContainsKey(field);
}
