namespace Lodge.Model.Nwfilter;

/// <summary>The layers that the protocols of rules belong to.</summary>
public static class RuleProtocols
{
    /// <summary>Whether a rule looks at frames one by one; the others follow connections.</summary>
    public static bool IsEthernet(this RuleProtocol protocol) => protocol <= RuleProtocol.Ipv6;

    /// <summary>Whether a rule follows connections of IPv4.</summary>
    public static bool IsIpv4(this RuleProtocol protocol) => protocol is >= RuleProtocol.Tcp and <= RuleProtocol.All;

    /// <summary>Whether a rule follows connections of IPv6.</summary>
    public static bool IsIpv6(this RuleProtocol protocol) => protocol >= RuleProtocol.TcpOverIpv6;
}
