using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirNetworkUpdateCommand;
using static Lodge.Protocol.Constants.VirNetworkUpdateSection;

namespace Lodge.Model.Networks;

/// <summary>
/// Changes one part of a network (<c>virNetworkUpdate</c>): adds, deletes or replaces one element of a section.
/// </summary>
public static partial class NetworkUpdate
{
    /// <summary>Makes the changed network.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="command">Add first, add last, delete or modify.</param>
    /// <param name="section">Which elements.</param>
    /// <param name="parent">Which of several parents; -1 for the one that fits.</param>
    /// <param name="xml">The element.</param>
    /// <param name="connections">How many guests use a link of the host, which then cannot be deleted.</param>
    /// <exception cref="VirException">With libvirt's code and text; the network stays as it is.</exception>
    public static NetworkDefinition Apply(
        NetworkDefinition network, VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parent,
        string xml, Func<string, int> connections)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(connections);
        var element = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_NETWORK);
        return section switch
        {
            VIR_NETWORK_SECTION_BRIDGE => throw CannotUpdate(network, "bridge"),
            VIR_NETWORK_SECTION_DOMAIN => throw CannotUpdate(network, "domain"),
            VIR_NETWORK_SECTION_IP => throw CannotUpdate(network, "ip"),
            VIR_NETWORK_SECTION_FORWARD => throw CannotUpdate(network, "forward"),
            VIR_NETWORK_SECTION_FORWARD_PF => throw CannotUpdate(network, "forward pf"),
            VIR_NETWORK_SECTION_IP_DHCP_HOST => DhcpHosts(network, command, parent, element),
            VIR_NETWORK_SECTION_IP_DHCP_RANGE => DhcpRanges(network, command, parent, element),
            VIR_NETWORK_SECTION_FORWARD_INTERFACE => Interfaces(network, command, element, connections),
            VIR_NETWORK_SECTION_PORTGROUP => PortGroups(network, command, element),
            VIR_NETWORK_SECTION_DNS_HOST => DnsHosts(network, command, element),
            VIR_NETWORK_SECTION_DNS_TXT => DnsTexts(network, command, element),
            VIR_NETWORK_SECTION_DNS_SRV => DnsServices(network, command, element),
            _ => throw NetworkError.NoOperation("can't update unrecognized section of network"),
        };
    }

    private static bool IsAdding(VirNetworkUpdateCommand command) =>
        command is VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST or VIR_NETWORK_UPDATE_COMMAND_ADD_LAST;

    private static List<T> With<T>(IReadOnlyList<T> list, T item, VirNetworkUpdateCommand command) =>
        command == VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST ? [item, .. list] : [.. list, item];

    private static List<T> Without<T>(IReadOnlyList<T> list, int index) =>
        [.. list.Take(index), .. list.Skip(index + 1)];

    private static List<T> Replaced<T>(IReadOnlyList<T> list, int index, T item) =>
        [.. list.Take(index), item, .. list.Skip(index + 1)];

    private static int IndexOf<T>(IReadOnlyList<T> list, Predicate<T> match)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (match(list[index])) return index;
        }

        return -1;
    }

    private static void CheckName(NetworkDefinition network, Element element, string expected)
    {
        if (element.Name != expected)
        {
            throw NetworkError.Xml(
                $"unexpected element <{element.Name}>, expecting <{expected}>, while updating network "
                    + $"'{network.Name}'");
        }
    }

    private static VirException CannotUpdate(NetworkDefinition network, string section) =>
        NetworkError.NoOperation($"can't update '{section}' section of network '{network.Name}'");

    private static VirException CannotModify(string what) =>
        NetworkError.NoOperation($"{what} cannot be modified, only added or deleted");

    private static VirException Unknown(VirNetworkUpdateCommand command) =>
        NetworkError.NoOperation($"unrecognized network update command code {(int)command}");
}
