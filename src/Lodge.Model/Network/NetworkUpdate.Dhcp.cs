using System.Net.Sockets;
using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using static Lodge.Protocol.Constants.VirNetworkUpdateCommand;

namespace Lodge.Model.Networks;

public static partial class NetworkUpdate
{
    private static NetworkDefinition DhcpHosts(
        NetworkDefinition network, VirNetworkUpdateCommand command, int parent, Element element)
    {
        CheckName(network, element, "host");
        var place = FindIp(network, parent);
        var ip = network.Ips[place];
        var isPattern = command == VIR_NETWORK_UPDATE_COMMAND_DELETE;
        var host = DhcpHost.Parse(network.Name, element, ip.Address.AddressFamily, isPattern);
        if (!isPattern && host.Ip!.AddressFamily != ip.Address.AddressFamily)
        {
            throw NetworkError.Invalid(
                "the address family of a host entry IP must match the address family of the dhcp element's parent");
        }

        var existing = IndexOf(ip.Hosts, other => IsSame(host, other));
        var hosts = command switch
        {
            VIR_NETWORK_UPDATE_COMMAND_MODIFY when existing < 0 => throw NetworkError.Invalid(
                $"couldn't locate an existing dhcp host entry with \"mac='{host.Mac ?? "unknown"}'\" "
                + $"\"name='{host.Name ?? "(null)"}'\" \"ip='{host.Ip}'\" in network '{network.Name}'"),
            VIR_NETWORK_UPDATE_COMMAND_MODIFY => Replaced(ip.Hosts, existing, host),
            VIR_NETWORK_UPDATE_COMMAND_DELETE => Without(ip.Hosts, FindMeant(network, ip, host)),
            _ when !IsAdding(command) => throw Unknown(command),
            _ => Added(),
        };
        return WithIp(network, place, ip with { Hosts = hosts });

        List<DhcpHost> Added()
        {
            CheckOneDhcp(network, ip);
            return existing < 0 ? With(ip.Hosts, host, command) : throw NetworkError.Invalid(
                $"there is an existing dhcp host entry in network '{network.Name}' that matches "
                + $"\"<host mac='{host.Mac ?? "unknown"}' name='{host.Name ?? "(null)"}' ip='{host.Ip}'/>\"");
        }
    }

    private static NetworkDefinition DhcpRanges(
        NetworkDefinition network, VirNetworkUpdateCommand command, int parent, Element element)
    {
        CheckName(network, element, "range");
        var place = FindIp(network, parent);
        var ip = network.Ips[place];
        if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY) throw CannotModify("dhcp ranges");
        var range = DhcpRange.Parse(network.Name, element, ip);
        var existing = IndexOf(ip.Ranges, other => other.Addresses == range.Addresses);
        if (IsAdding(command))
        {
            CheckOneDhcp(network, ip);
            return existing < 0
                ? WithIp(network, place, ip with { Ranges = With(ip.Ranges, range, command) })
                : throw NetworkError.Invalid(
                    $"there is an existing dhcp range entry in network '{network.Name}' that matches "
                    + $"\"<range start='{range.Addresses.Start}' end='{range.Addresses.End}'/>\"");
        }

        if (command != VIR_NETWORK_UPDATE_COMMAND_DELETE) throw Unknown(command);
        return existing >= 0
            ? WithIp(network, place, ip with { Ranges = Without(ip.Ranges, existing) })
            : throw NetworkError.Invalid($"couldn't locate a matching dhcp range entry in network '{network.Name}'");
    }

    private static bool IsSame(DhcpHost host, DhcpHost other) => host.HasMacOf(other)
        || (host.Ip is not null && host.Ip.Equals(other.Ip))
        || (host.Name is not null && host.Name == other.Name);

    /// <summary>The first entry that has everything the pattern names.</summary>
    private static int FindMeant(NetworkDefinition network, NetworkIp ip, DhcpHost pattern)
    {
        var index = IndexOf(ip.Hosts, other =>
            (pattern.Mac is null || other.Mac is null || pattern.HasMacOf(other))
            && (pattern.Name is null || pattern.Name == other.Name)
            && (pattern.Ip is null || pattern.Ip.Equals(other.Ip)));
        return index >= 0
            ? index
            : throw NetworkError.Invalid($"couldn't locate a matching dhcp host entry in network '{network.Name}'");
    }

    private static int FindIp(NetworkDefinition network, int parent)
    {
        if (parent >= 0)
        {
            return parent < network.Ips.Count ? parent : throw NetworkError.Invalid(
                $"couldn't update dhcp host entry - no <ip> element found at index {parent} in network "
                    + $"'{network.Name}'");
        }

        // Nobody said which: the one that serves DHCP already, or the first that could.
        var index = IndexOf(network.Ips, ip => ip.HasDhcp);
        if (index < 0) index = IndexOf(network.Ips, ip => !ip.IsV6);
        if (index < 0) index = IndexOf(network.Ips, ip => ip.IsV6);
        return index >= 0 ? index : throw NetworkError.Invalid(
            $"couldn't update dhcp host entry - no <ip> element found in network '{network.Name}'");
    }

    private static void CheckOneDhcp(NetworkDefinition network, NetworkIp ip)
    {
        if (network.Ips.Any(other => other != ip && other.IsV6 == ip.IsV6 && other.HasDhcp))
        {
            var family = ip.Address.AddressFamily == AddressFamily.InterNetwork ? "IPv4" : "IPv6";
            throw NetworkError.Invalid($"dhcp is supported only for a single {family} address on each network");
        }
    }

    private static NetworkDefinition WithIp(NetworkDefinition network, int index, NetworkIp ip) =>
        network with { Ips = Replaced(network.Ips, index, ip) };
}
