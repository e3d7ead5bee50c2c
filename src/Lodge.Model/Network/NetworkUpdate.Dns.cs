using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using static Lodge.Protocol.Constants.VirNetworkUpdateCommand;

namespace Lodge.Model.Networks;

public static partial class NetworkUpdate
{
    private static NetworkDefinition DnsHosts(
        NetworkDefinition network, VirNetworkUpdateCommand command, Element element)
    {
        if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY) throw CannotModify("DNS HOST records");
        CheckName(network, element, "host");
        var isAdding = IsAdding(command);
        var host = DnsHost.Parse(network.Name, element, isPattern: !isAdding);
        var hosts = network.Dns.Hosts;

        // Several addresses may have one name, so only the address counts when one is added.
        var found = Indexes(hosts, other => (host.Ip is not null && host.Ip.Equals(other.Ip))
            || (!isAdding && host.Names.Intersect(other.Names).Any()));
        return WithDns(network, network.Dns with { Hosts = Changed(hosts, host, found, command, new Complaints(
            $"there is already at least one DNS HOST record with a matching field in network {network.Name}",
            $"couldn't locate a matching DNS HOST record in network {network.Name}",
            $"multiple matching DNS HOST records were found in network {network.Name}")) });
    }

    private static NetworkDefinition DnsServices(
        NetworkDefinition network, VirNetworkUpdateCommand command, Element element)
    {
        if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY) throw CannotModify("DNS SRV records");
        CheckName(network, element, "srv");
        var service = DnsService.Parse(network.Name, element, isPattern: !IsAdding(command));
        var services = network.Dns.Services;
        var found = Indexes(services, service.Matches);
        return WithDns(network, network.Dns with { Services = Changed(services, service, found, command, new Complaints(
            $"there is already at least one DNS SRV record matching all specified fields in network {network.Name}",
            $"couldn't locate a matching DNS SRV record in network {network.Name}",
            $"multiple DNS SRV records matching all specified fields were found in network {network.Name}")) });
    }

    private static NetworkDefinition DnsTexts(
        NetworkDefinition network, VirNetworkUpdateCommand command, Element element)
    {
        if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY) throw CannotModify("DNS TXT records");
        CheckName(network, element, "txt");
        var text = DnsText.Parse(network.Name, element, isPattern: !IsAdding(command));
        var texts = network.Dns.Texts;
        var first = IndexOf(texts, other => other.Name == text.Name);
        return WithDns(network, network.Dns with { Texts = Changed(
            texts, text, first < 0 ? [] : [first], command, new Complaints(
            $"there is already a DNS TXT record with name '{text.Name}' in network {network.Name}",
            $"couldn't locate a matching DNS TXT record in network {network.Name}",
            "")) });
    }

    private static List<T> Changed<T>(
        IReadOnlyList<T> list, T item, List<int> found, VirNetworkUpdateCommand command, Complaints complaints)
    {
        if (IsAdding(command))
        {
            return found.Count == 0 ? With(list, item, command) : throw NetworkError.Invalid(complaints.IsThere);
        }

        if (command != VIR_NETWORK_UPDATE_COMMAND_DELETE) throw Unknown(command);
        return found switch
        {
            [] => throw NetworkError.Invalid(complaints.IsMissing),
            [var index] => Without(list, index),
            _ => throw NetworkError.Invalid(complaints.IsUnclear),
        };
    }

    private static List<int> Indexes<T>(IReadOnlyList<T> list, Func<T, bool> match) =>
        [.. Enumerable.Range(0, list.Count).Where(index => match(list[index]))];

    private static NetworkDefinition WithDns(NetworkDefinition network, NetworkDns dns) => network with { Dns = dns };

    private sealed record Complaints(string IsThere, string IsMissing, string IsUnclear);
}
