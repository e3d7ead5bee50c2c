using System.Globalization;
using System.Text;
using Lodge.Model.Networks;

namespace Lodge.Network.Firewall;

/// <summary>
/// The packet filter of a network as a script of nft: one table of its own, made, replaced and removed whole. What it
/// lets
/// through and rejects is what libvirt's rules do; traffic between guests of one bridge is never touched.
/// </summary>
public static class NetworkRules
{
    private const uint FirstPort = 1024;
    private const uint LastPort = 65535;

    /// <summary>Whether a network has a filter at all.</summary>
    public static bool AreNeeded(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Forward.Mode is ForwardMode.None or ForwardMode.Nat or ForwardMode.Route;
    }

    /// <summary>The name of a network's table.</summary>
    public static string Table(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return "lodge_net_" + network.Uuid.ToString("N", CultureInfo.InvariantCulture);
    }

    /// <summary>Makes the table, in place of one that is there.</summary>
    public static string Install(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var script = new StringBuilder(Remove(network));
        script.Append(CultureInfo.InvariantCulture, $"table inet {Table(network)} {{\n");
        Forward(network, script);
        if (network.Forward.Mode == ForwardMode.Nat) Translate(network, script);
        return script.Append("}\n").ToString();
    }

    /// <summary>Removes the table; one that is not there is no error.</summary>
    public static string Remove(NetworkDefinition network)
    {
        var table = Table(network);
        return $"add table inet {table}\ndelete table inet {table}\n";
    }

    private static void Forward(NetworkDefinition network, StringBuilder script)
    {
        var bridge = Quote(network.Bridge.Name!);
        var outside = network.Forward.Device is { } device ? Quote(device) : null;
        var to = outside is null ? "" : $" oifname {outside}";
        var from = outside is null ? "" : $" iifname {outside}";
        script.Append("\tchain forward {\n\t\ttype filter hook forward priority filter; policy accept;\n");
        script.Append(CultureInfo.InvariantCulture, $"\t\tiifname {bridge} oifname {bridge} accept\n");
        foreach (var ip in Reachable(network))
        {
            var known = IsTranslated(network, ip) ? " ct state established,related" : "";
            script.Append(
                CultureInfo.InvariantCulture,
                $"\t\toifname {bridge}{from} {Family(ip)} daddr {Subnet(ip)}{known} accept\n");
        }

        script.Append(CultureInfo.InvariantCulture, $"\t\toifname {bridge} reject\n");
        foreach (var ip in Reachable(network))
        {
            script.Append(
                CultureInfo.InvariantCulture, $"\t\tiifname {bridge}{to} {Family(ip)} saddr {Subnet(ip)} accept\n");
        }

        script.Append(CultureInfo.InvariantCulture, $"\t\tiifname {bridge} reject\n\t}}\n");
    }

    private static void Translate(NetworkDefinition network, StringBuilder script)
    {
        script.Append("\tchain postrouting {\n\t\ttype nat hook postrouting priority srcnat; policy accept;\n");
        var to = network.Forward.Device is { } device ? $"oifname {Quote(device)} " : "";
        var nat = network.Forward.Nat ?? new NetworkNat();
        var ports = string.Create(
            CultureInfo.InvariantCulture,
            $":{(nat.FirstPort == 0 ? FirstPort : nat.FirstPort)}-{(nat.LastPort == 0 ? LastPort : nat.LastPort)}");
        foreach (var ip in network.Ips.Where(ip => IsTranslated(network, ip)))
        {
            var family = Family(ip);
            var inside = $"{family} saddr {Subnet(ip)}";
            var multicast = ip.IsV6 ? "ff02::/16" : "224.0.0.0/24";
            script.Append(CultureInfo.InvariantCulture, $"\t\t{to}{inside} {family} daddr {multicast} return\n");

            // A DHCP server takes no answer from an address or port that was changed on the way.
            if (!ip.IsV6)
            {
                script.Append(CultureInfo.InvariantCulture, $"\t\t{to}{inside} ip daddr 255.255.255.255 return\n");
            }

            var address = !ip.IsV6 && nat.Addresses is { } range
                ? range.Start.Equals(range.End) ? $"{range.Start}" : $"{range.Start}-{range.End}"
                : "";
            var verb = address.Length > 0 ? "snat ip to " + address : "masquerade";
            var withPorts = address.Length > 0 ? verb + ports : $"{verb} to {ports}";
            var leaving = $"{to}{inside} {family} daddr != {Subnet(ip)}";

            // A guest must not pose as a trusted service by a low port (NFS looks at it).
            foreach (var protocol in (string[])["tcp", "udp"])
            {
                script.Append(
                    CultureInfo.InvariantCulture, $"\t\t{leaving} meta l4proto {protocol} {withPorts}\n");
            }

            script.Append(CultureInfo.InvariantCulture, $"\t\t{leaving} {verb}\n");
        }

        script.Append("\t}\n");
    }

    private static IEnumerable<NetworkIp> Reachable(NetworkDefinition network) =>
        network.Forward.Mode == ForwardMode.None ? [] : network.Ips;

    private static bool IsTranslated(NetworkDefinition network, NetworkIp ip) =>
        network.Forward.Mode == ForwardMode.Nat && (!ip.IsV6 || network.Forward.Nat?.IPv6 == true);

    private static string Family(NetworkIp ip) => ip.IsV6 ? "ip6" : "ip";

    private static string Subnet(NetworkIp ip) =>
        string.Create(CultureInfo.InvariantCulture, $"{ip.Network}/{ip.EffectivePrefix}");

    private static string Quote(string name) => name.AsSpan().ContainsAny('"', '\n', '\\')
        ? throw NetworkFailure.Unsupported($"interface name '{name}' cannot stand in a packet filter")
        : $"\"{name}\"";
}
