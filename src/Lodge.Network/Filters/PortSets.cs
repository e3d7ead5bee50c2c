using System.Text;

namespace Lodge.Network.Filters;

/// <summary>The sets that a port's rules use, noted as they are asked for.</summary>
/// <param name="port">The port's name in nft's language.</param>
internal sealed class PortSets(string port)
{
    private const string Dynamic = "size 65535 ; flags dynamic ;";

    private readonly SortedDictionary<string, string> _own = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <summary>The names of those that go with the port.</summary>
    public IReadOnlyCollection<string> Own => _own.Keys;

    /// <summary>The commands that make each where it is not there.</summary>
    public IEnumerable<string> Commands => _own.Values.Concat(_shared.Values);

    /// <summary>The sets of connections.</summary>
    public FlowSets Flows(bool isIpv6)
    {
        var flows = new FlowSets(port, isIpv6);
        foreach (var (name, command) in flows.Names.Zip(flows.Commands(FilterTable.Name)))
        {
            _own[name] = command;
        }

        return flows;
    }

    /// <summary>The set that finds gratuitous ARP.</summary>
    public void Gratuitous()
    {
        var name = FrameRules.GratuitousSet(port);
        _own[name] = $"add set {FilterTable.Name} {name} {{ typeof @nh,112,32 . @nh,192,32 ;"
            + " size 65535 ; flags dynamic,timeout ; }";
    }

    /// <summary>A new set that counts connections.</summary>
    public string Limit(bool isIpv6)
    {
        var name = $"{port}-limit{_own.Count}";
        _own[name] = $"add set {FilterTable.Name} {name} {{ type {(isIpv6 ? "ipv6" : "ipv4")}_addr ; {Dynamic} }}";
        return name;
    }

    /// <summary>A new set with room for so many connections.</summary>
    public string Room(FlowSets flows, bool hasPorts, ulong room)
    {
        var name = $"{port}-room{_own.Count}x{room}";
        _own[name] = flows.Command(name, hasPorts, room);
        return name;
    }

    /// <summary>Whether addresses of a packet are in a set that an administrator fills.</summary>
    /// <param name="set">Its name in the rule.</param>
    /// <param name="directions"><c>src</c> and <c>dst</c>, with commas.</param>
    /// <param name="isIpv6">Whether it holds addresses of IPv6.</param>
    /// <param name="isSwapped">Source and destination change places.</param>
    public string Member(string set, string directions, bool isIpv6, bool isSwapped)
    {
        var sides = directions.Split(',');
        var (family, type) = isIpv6 ? ("ip6", "ipv6_addr") : ("ip", "ipv4_addr");
        var name = SetName(set, isIpv6, sides.Length);
        var interval = sides.Length == 1 ? " flags interval ;" : "";
        _shared[name] = $"add set {FilterTable.Name} {name} "
            + $"{{ type {string.Join(" . ", sides.Select(_ => type))} ;{interval} }}";
        return string.Join(" . ", sides.Select(side => $"{family} {(side == "src" == isSwapped ? "daddr" : "saddr")}"))
            + $" @{name}";
    }

    /// <summary>
    /// The name of an administrator's set: its family and how many addresses it pairs are part of it.
    /// </summary>
    internal static string SetName(string set, bool isIpv6, int sides)
    {
        var name = new StringBuilder(FilterTable.SharedSets);
        foreach (var character in set)
        {
            name.Append(char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' ? character : '_');
        }

        return name.Append(isIpv6 ? "-6" : "-4").Append(sides == 1 ? "" : $"x{sides}").ToString();
    }
}
