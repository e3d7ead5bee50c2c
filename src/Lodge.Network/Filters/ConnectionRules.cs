using System.Globalization;
using Lodge.Model.Nwfilter;
using static Lodge.Model.Nwfilter.RuleField;

namespace Lodge.Network.Filters;

/// <summary>
/// Rules that follow connections, in nft's language. A rule for one way stands in both: packets of a connection that
/// it let begin come back by it (libvirt, <c>formatnwfilter.html</c>, "Advanced filter configuration topics").
/// </summary>
internal sealed class ConnectionRules
{
    private const string Established = "established";
    private const string NewOrEstablished = "new,established";

    private readonly InstalledRule _installed;
    private readonly IReadOnlyDictionary<RuleField, FieldValue> _fields;
    private readonly StateMatches _states;
    private readonly PortSets _sets;
    private readonly bool _isIpv6;

    public ConnectionRules(
        InstalledRule installed, IReadOnlyDictionary<RuleField, FieldValue> fields, PortSets sets, KernelSupport kernel)
    {
        _installed = installed;
        _fields = fields;
        _sets = sets;
        _isIpv6 = installed.Rule.Protocol.IsIpv6();
        _states = new StateMatches(installed.Rule.Protocol, sets, kernel);
    }

    private FilterRule Rule => _installed.Rule;

    /// <summary>The rules of nft for one way; none where the rule has no say there.</summary>
    /// <param name="isFromGuest">Packets that the guest sent.</param>
    public IEnumerable<ConnectionMatch> Match(bool isFromGuest)
    {
        var speaksOfIn = Rule.Direction != RuleDirection.Out;
        var isBoth = Rule.Direction == RuleDirection.InOut;
        // A rule speaks of packets as they go its own way; the other way, source and destination change places.
        var isSwapped = isFromGuest == speaksOfIn;
        if (!Rule.IgnoresState && Rule.States != ConnectionStates.Unsaid)
        {
            return isSwapped && !isBoth ? [] : Match(isSwapped, skipsIcmpTypes: false, () =>
                _states.Chosen(Rule.States));
        }

        var followsState = !isBoth && !Rule.IgnoresState && Rule.Action == RuleAction.Accept && !Has(ConnlimitAbove);
        return Match(isSwapped, isSwapped && !isBoth, () => followsState
            ? _states.Way(isSwapped, !HasIcmpType)
            : [""]);
    }

    private bool HasIcmpType => Rule.Protocol is RuleProtocol.Icmp or RuleProtocol.Icmpv6 && Has(RuleField.Type);

    private IEnumerable<ConnectionMatch> Match(bool isSwapped, bool skipsIcmpTypes, Func<IEnumerable<string>> states)
    {
        // A type of ICMP has no way back of the same type.
        if ((skipsIcmpTypes && HasIcmpType) || (isSwapped && Has(ConnlimitAbove)))
        {
            return [];
        }

        var matches = new Matches(_fields).Add(_isIpv6 ? "ether type ip6" : "ether type ip");
        if (ProtocolName(Rule.Protocol) is { } protocol)
        {
            matches.Add($"meta l4proto {protocol}");
        }

        var bare = matches.Count;
        if (!isSwapped)
        {
            matches.Mac("ether saddr", SrcMacAddr);
        }

        AddFields(matches, isSwapped);
        if (isSwapped && Has(SrcMacAddr) && matches.Count == bare)
        {
            // Only the sender's hardware address was asked for, and the way back does not show it.
            return [];
        }

        var set = Set(isSwapped);
        if (!_fields.TryGetValue(ConnlimitAbove, out var limit))
        {
            return states().Select(state => ConnectionMatch.Of(true, matches.ToString(), state, set));
        }

        return _states.Tracks
            ? states().Select(state =>
                ConnectionMatch.Of(true, matches.ToString(), state, set, _states.Limit(limit, _isIpv6)))
            : _states.LimitByRoom(limit).SelectMany(room => (ConnectionMatch[])
            [
                ConnectionMatch.Of(false, matches.ToString(), set, room.Taking),
                ConnectionMatch.Of(true, matches.ToString(), set, room.Looking),
            ]);
    }

    private void AddFields(Matches matches, bool isSwapped)
    {
        var family = _isIpv6 ? "ip6" : "ip";
        var (source, destination) = isSwapped ? ("daddr", "saddr") : ("saddr", "daddr");
        AddAddress(matches, $"{family} {source}", (SrcIpAddr, SrcIpMask, SrcIpFrom, SrcIpTo));
        AddAddress(matches, $"{family} {destination}", (DstIpAddr, DstIpMask, DstIpFrom, DstIpTo));
        matches.Number($"{family} dscp", Dscp);
        if (matches.Find(Flags) is { } flags)
        {
            var sign = flags.IsNegated ? "!=" : "==";
            matches.Add($"tcp flags & 0x{flags.Number >> 8:x} {sign} 0x{flags.Number & 0x3f:x}");
        }

        var (from, to) = isSwapped ? ("dport", "sport") : ("sport", "dport");
        matches.Number($"th {from}", SrcPortStart, SrcPortEnd).Number($"th {to}", DstPortStart, DstPortEnd);
        if (matches.Find(Option) is { } option)
        {
            matches.Add($"tcp option {option.Number} {(option.IsNegated ? "missing" : "exists")}");
        }

        AddIcmp(matches);
    }

    private static void AddAddress(
        Matches matches, string subject, (RuleField One, RuleField Length, RuleField First, RuleField Last) fields)
    {
        if (matches.Has(fields.One))
        {
            matches.Address(subject, fields.One, fields.Length);
        }
        else
        {
            matches.AddressRange(subject, fields.First, fields.Last);
        }
    }

    private void AddIcmp(Matches matches)
    {
        if (!HasIcmpType || matches.Find(RuleField.Type) is not { } type)
        {
            return;
        }

        var name = _isIpv6 ? "icmpv6" : "icmp";
        if (matches.Find(Code) is { } code)
        {
            matches.Add($"{name} type . {name} code {Matches.Not(type)}{{ {type.Number} . {code.Number} }}");
        }
        else
        {
            matches.Number($"{name} type", RuleField.Type);
        }
    }

    private string Set(bool isSwapped) =>
        _fields.TryGetValue(IpSet, out var set) && _fields.TryGetValue(IpSetFlags, out var directions)
            ? _sets.Member(set.Text!, directions.Text!, _isIpv6, isSwapped)
            : "";

    private bool Has(RuleField field) => _fields.ContainsKey(field);

    private static string? ProtocolName(RuleProtocol protocol) => protocol switch
    {
        RuleProtocol.Tcp or RuleProtocol.TcpOverIpv6 => "tcp",
        RuleProtocol.Udp or RuleProtocol.UdpOverIpv6 => "udp",
        RuleProtocol.Udplite or RuleProtocol.UdpliteOverIpv6 => "udplite",
        RuleProtocol.Esp or RuleProtocol.EspOverIpv6 => "esp",
        RuleProtocol.Ah or RuleProtocol.AhOverIpv6 => "ah",
        RuleProtocol.Sctp or RuleProtocol.SctpOverIpv6 => "sctp",
        RuleProtocol.Icmp => "icmp",
        RuleProtocol.Icmpv6 => "ipv6-icmp",
        RuleProtocol.Igmp => "2",
        _ => null,
    };
}
