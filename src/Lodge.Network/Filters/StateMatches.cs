using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>
/// Conditions on the state of a connection: by the kernel's tracking where it sees bridges, else by the port's own
/// sets.
/// </summary>
internal sealed class StateMatches
{
    private readonly RuleProtocol _protocol;
    private readonly PortSets _sets;
    private readonly bool _tracks;
    private readonly bool _isIpv6;

    public StateMatches(RuleProtocol protocol, PortSets sets, KernelSupport kernel)
    {
        _protocol = protocol;
        _sets = sets;
        _tracks = kernel.TracksConnections;
        _isIpv6 = protocol.IsIpv6();
    }

    /// <summary>A connection's packets one way: those that may begin it, or those that only answer.</summary>
    /// <param name="isBack">They answer.</param>
    /// <param name="keepsWay">The side that began it stays the one that did.</param>
    public IEnumerable<string> Way(bool isBack, bool keepsWay)
    {
        if (_tracks)
        {
            var way = keepsWay ? $" ct direction {(isBack ? "reply" : "original")}" : "";
            return [$"ct state {(isBack ? "established" : "new,established")}{way}"];
        }

        return ByPorts((flows, hasPorts) => [isBack ? flows.IsBack(hasPorts) : flows.Remember(hasPorts)]);
    }

    /// <summary>Whether the kernel follows connections on bridges.</summary>
    public bool Tracks => _tracks;

    /// <summary>Packets of connections in any of some states.</summary>
    public IEnumerable<string> Chosen(ConnectionStates states)
    {
        if (states.HasFlag(ConnectionStates.None))
        {
            return [""];
        }

        return _tracks
            ? [$"ct state {WordsOf(states)}"]
            : [.. Begun(states), .. Related(states)];
    }

    /// <summary>
    /// More connections than a number, by a set with room for no more: a rule without a verdict takes a place for the
    /// packet's connection, and the next one sees whether it got one.
    /// </summary>
    public IEnumerable<(string Taking, string Looking)> LimitByRoom(FieldValue limit)
    {
        if (limit.Number == 0)
        {
            return [("", "")];
        }

        var flows = _sets.Flows(_isIpv6);
        return from variant in Variants
               let room = _sets.Room(flows, variant.HasPorts, limit.Number)
               let key = flows.Forth(variant.HasPorts)
               select ($"{variant.Protocols}update @{room} {{ {key} }}",
                   $"{variant.Protocols}{key} {(limit.IsNegated ? "" : "!= ")}@{room}");
    }

    /// <summary>More connections of one sender than a number, by the kernel's tracking.</summary>
    public string Limit(FieldValue limit, bool isIpv6)
    {
        var sender = isIpv6 ? "ip6 saddr" : "ip saddr";
        return $"add @{_sets.Limit(isIpv6)} {{ {sender} ct count {(limit.IsNegated ? "" : "over ")}{limit.Number} }}";
    }

    private static string WordsOf(ConnectionStates states) => string.Join(',',
        from state in (ConnectionStates[])
            [ConnectionStates.New, ConnectionStates.Established, ConnectionStates.Related, ConnectionStates.Invalid]
        where states.HasFlag(state)
        select state.ToString().ToLowerInvariant());

    private IEnumerable<string> Begun(ConnectionStates states)
    {
        if (states.HasFlag(ConnectionStates.New))
        {
            return states.HasFlag(ConnectionStates.Established)
                ? ByPorts((flows, ports) => [flows.IsBack(ports), flows.Remember(ports)])
                : ByPorts((flows, ports) => [$"{flows.IsBack(ports, isNegated: true)} {flows.Remember(ports)}"]);
        }

        return states.HasFlag(ConnectionStates.Established)
            ? ByPorts((flows, ports) => [flows.IsForth(ports), flows.IsBack(ports)])
            : [];
    }

    /// <summary>Errors that ICMP reports of other connections.</summary>
    private IEnumerable<string> Related(ConnectionStates states) =>
        !states.HasFlag(ConnectionStates.Related) ? []
        : _protocol is RuleProtocol.All or RuleProtocol.Icmp
            ? ["icmp type { destination-unreachable, time-exceeded, parameter-problem }"]
        : _protocol is RuleProtocol.AllOverIpv6 or RuleProtocol.Icmpv6
            ? ["icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, parameter-problem }"]
        : [];

    /// <summary>Protocols with ports and without are looked up differently; some rules speak of both.</summary>
    private IEnumerable<(string Protocols, bool HasPorts)> Variants => _protocol switch
    {
        RuleProtocol.All or RuleProtocol.AllOverIpv6 =>
            [($"meta l4proto {FlowSets.PortProtocols} ", true), ($"meta l4proto != {FlowSets.PortProtocols} ", false)],
        RuleProtocol.Tcp or RuleProtocol.Udp or RuleProtocol.Sctp or RuleProtocol.Udplite or RuleProtocol.TcpOverIpv6
            or RuleProtocol.UdpOverIpv6 or RuleProtocol.SctpOverIpv6 or RuleProtocol.UdpliteOverIpv6 => [("", true)],
        _ => [("", false)],
    };

    private IEnumerable<string> ByPorts(Func<FlowSets, bool, IEnumerable<string>> conditions)
    {
        var flows = _sets.Flows(_isIpv6);
        return Variants.SelectMany(variant =>
            conditions(flows, variant.HasPorts).Select(condition => variant.Protocols + condition));
    }
}
