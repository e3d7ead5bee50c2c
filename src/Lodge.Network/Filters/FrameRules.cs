using Lodge.Model.Nwfilter;
using static Lodge.Model.Nwfilter.RuleField;

namespace Lodge.Network.Filters;

/// <summary>Rules that look at frames one by one, as conditions in nft's language.</summary>
/// <remarks>
/// ARP, reverse ARP and the spanning tree are matched by their bytes: nft names ARP's fields for one type of frame
/// only, and none of the spanning tree's (IEEE 802.1D, clause 9; RFC 826).
/// </remarks>
internal static class FrameRules
{
    /// <summary>Where every bridge listens for the spanning tree.</summary>
    private const string BridgeGroup = "01:80:c2:00:00:00";

    /// <summary>The conditions of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="fields">Its fields, with values.</param>
    /// <param name="port">Whose rules these are: names what the rule keeps in the kernel.</param>
    /// <param name="isReversed">Source and destination change places: the way back of a rule for both ways.</param>
    public static string Match(
        FilterRule rule, IReadOnlyDictionary<RuleField, FieldValue> fields, string port, bool isReversed)
    {
        var matches = new Matches(fields);
        var (source, destination) = isReversed ? ("daddr", "saddr") : ("saddr", "daddr");
        matches.Mac($"ether {source}", SrcMacAddr, SrcMacMask).Mac($"ether {destination}", DstMacAddr, DstMacMask);
        switch (rule.Protocol)
        {
            case RuleProtocol.Mac:
                matches.Number("ether type", ProtocolId);
                break;
            case RuleProtocol.Vlan:
                matches.Add("ether type 0x8100").Number("vlan id", VlanId).Number("vlan type", EncapProtocol);
                break;
            case RuleProtocol.Stp:
                SpanningTree(matches, isReversed);
                break;
            case RuleProtocol.Arp:
                Arp(matches.Add("ether type 0x0806"), port, isReversed);
                break;
            case RuleProtocol.Rarp:
                Arp(matches.Add("ether type 0x8035"), port, isReversed);
                break;
            case RuleProtocol.Ip:
                Ip(matches.Add("ether type ip"), "ip", isReversed).Number("ip dscp", Dscp);
                break;
            case RuleProtocol.Ipv6:
                Icmpv6(Ip(matches.Add("ether type ip6"), "ip6", isReversed));
                break;
        }

        return matches.ToString();
    }

    /// <summary>
    /// The set that tells ARP which speaks of its own sender: it holds pairs of twice the same address.
    /// </summary>
    public static string GratuitousSet(string port) => port + "-gratuitous";

    private static Matches Ip(Matches matches, string family, bool isReversed)
    {
        var (source, destination) = isReversed ? ("daddr", "saddr") : ("saddr", "daddr");
        var (from, to) = isReversed ? ("dport", "sport") : ("sport", "dport");
        return matches
            .Address($"{family} {source}", SrcIpAddr, SrcIpMask).Address($"{family} {destination}", DstIpAddr,
                DstIpMask)
            .Number("meta l4proto", RuleField.Protocol)
            .Number($"th {from}", SrcPortStart, SrcPortEnd).Number($"th {to}", DstPortStart, DstPortEnd);
    }

    private static void Icmpv6(Matches matches)
    {
        if (!matches.Has(RuleField.Type) && !matches.Has(TypeEnd) && !matches.Has(Code) && !matches.Has(CodeEnd))
        {
            return;
        }

        var type = Bounds(matches, RuleField.Type, TypeEnd);
        var code = Bounds(matches, Code, CodeEnd);
        var not = matches.Find(RuleField.Type) is { } value ? Matches.Not(value) : "";
        if (!matches.Has(RuleField.Protocol))
        {
            matches.Add("meta l4proto ipv6-icmp");
        }

        matches.Add($"icmpv6 type . icmpv6 code {not}{{ {type} . {code} }}");
    }

    private static string Bounds(Matches matches, RuleField first, RuleField last)
    {
        var low = matches.Find(first)?.Number;
        return Matches.Range(low ?? 0, matches.Find(last)?.Number ?? low ?? byte.MaxValue);
    }

    private static void Arp(Matches matches, string port, bool isReversed)
    {
        var (sender, target) = ((Mac: "@nh,64,48", Ip: "@nh,112,32"), (Mac: "@nh,144,48", Ip: "@nh,192,32"));
        if (isReversed)
        {
            (sender, target) = (target, sender);
        }

        matches.Number("@nh,0,16", HwType).Number("@nh,48,16", Opcode).Number("@nh,16,16", ProtocolType)
            .Raw(sender.Ip, ArpSrcIpAddr, Mask(matches, ArpSrcIpMask)).Raw(target.Ip, ArpDstIpAddr, Mask(matches,
                ArpDstIpMask))
            .Raw(sender.Mac, ArpSrcMacAddr).Raw(target.Mac, ArpDstMacAddr);
        if (matches.Find(Gratuitous) is { Number: not 0 } gratuitous)
        {
            // No expression compares two fields. The pair (sender, sender) goes into the set, so the pair (sender,
            // target)
            // is in it exactly where both are the same.
            var set = GratuitousSet(port);
            matches.Add($"update @{set} {{ @nh,112,32 . @nh,112,32 timeout 1s }}")
                .Add($"@nh,112,32 . @nh,192,32 {Matches.Not(gratuitous)}@{set}");
        }
    }

    private static ulong? Mask(Matches matches, RuleField length) =>
        matches.Find(length) is { Number: < 32 } bits ? uint.MaxValue & ~(uint.MaxValue >> (int)bits.Number) : null;

    private static void SpanningTree(Matches matches, bool isReversed)
    {
        if (isReversed && matches.Has(SrcMacAddr))
        {
            throw FilterError.Internal("STP filtering in inout direction with source MAC address set is not supported");
        }

        var plain = matches.Add($"ether daddr {BridgeGroup}").Count;
        matches.Number("@ll,160,8", RuleField.Type).Number("@ll,168,8", Flags).Number("@ll,176,16", RootPriority,
            RootPriorityHi)
            .Raw("@ll,192,48", RootAddress, matches.Find(RootAddressMask)?.Number)
            .Number("@ll,240,32", RootCost, RootCostHi).Number("@ll,272,16", SenderPriority, SenderPriorityHi)
            .Raw("@ll,288,48", SenderAddress, matches.Find(SenderAddressMask)?.Number)
            .Number("@ll,336,16", Port, PortHi).Number("@ll,352,16", Age, AgeHi).Number("@ll,368,16", MaxAge, MaxAgeHi)
            .Number("@ll,384,16", HelloTime, HelloTimeHi).Number("@ll,400,16", ForwardDelay, ForwardDelayHi);
        if (matches.Count > plain)
        {
            matches.Add("@ll,112,24 0x424203");
        }
    }
}
