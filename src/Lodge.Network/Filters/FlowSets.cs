namespace Lodge.Network.Filters;

/// <summary>
/// Connections of one port, kept in sets of its own: each as its first packet went, for a while after the last such
/// packet. They stand in for the kernel's connection tracking where that does not see bridges.
/// </summary>
/// <param name="port">Whose connections.</param>
/// <param name="isIpv6">Over IPv6.</param>
internal sealed class FlowSets(string port, bool isIpv6)
{
    /// <summary>Protocols that tell connections of two hosts apart by ports.</summary>
    public const string PortProtocols = "{ tcp, udp, sctp, udplite }";

    private const string Options = "size 65535 ; flags dynamic,timeout ; timeout 10m ;";

    private readonly string _family = isIpv6 ? "ip6" : "ip";

    /// <summary>The commands that make the sets where they are not there.</summary>
    public IEnumerable<string> Commands(string table)
    {
        var address = isIpv6 ? "ipv6_addr" : "ipv4_addr";
        yield return $"add set {table} {Name(true)} {{ type inet_proto . {address} . inet_service . {address}"
            + $" . inet_service ; {Options} }}";
        yield return $"add set {table} {Name(false)} {{ type inet_proto . {address} . {address} ; {Options} }}";
    }

    /// <summary>The names of the sets.</summary>
    public IEnumerable<string> Names => [Name(true), Name(false)];

    /// <summary>Notes the packet's connection.</summary>
    public string Remember(bool hasPorts) =>
        $"update @{Name(hasPorts)} {{ {Key("saddr", "sport", "daddr", "dport", hasPorts)} }}";

    /// <summary>The packet goes the way a noted connection's first one went.</summary>
    public string IsForth(bool hasPorts, bool isNegated = false) =>
        $"{Key("saddr", "sport", "daddr", "dport", hasPorts)} {(isNegated ? "!= " : "")}@{Name(hasPorts)}";

    /// <summary>The packet goes the other way.</summary>
    public string IsBack(bool hasPorts, bool isNegated = false) =>
        $"{Key("daddr", "dport", "saddr", "sport", hasPorts)} {(isNegated ? "!= " : "")}@{Name(hasPorts)}";

    /// <summary>The command that makes a set with room for so many connections.</summary>
    public string Command(string name, bool hasPorts, ulong room)
    {
        var address = isIpv6 ? "ipv6_addr" : "ipv4_addr";
        var ports = hasPorts ? " . inet_service" : "";
        return $"add set {FilterTable.Name} {name} {{ type inet_proto . {address}{ports} . {address}{ports} ;"
            + $" size {room} ; flags dynamic,timeout ; timeout 10m ; }}";
    }

    /// <summary>The connection as a packet of the side that began it shows it.</summary>
    public string Forth(bool hasPorts) => Key("saddr", "sport", "daddr", "dport", hasPorts);

    private string Name(bool hasPorts) => $"{port}-{(hasPorts ? "flows" : "pairs")}{(isIpv6 ? 6 : 4)}";

    private string Key(string one, string onePort, string two, string twoPort, bool hasPorts) => hasPorts
        ? $"meta l4proto . {_family} {one} . th {onePort} . {_family} {two} . th {twoPort}"
        : $"meta l4proto . {_family} {one} . {_family} {two}";
}
