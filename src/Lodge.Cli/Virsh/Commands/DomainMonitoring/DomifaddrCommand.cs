using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domifaddr</c>: Get network interfaces' addresses for a running domain.</summary>
internal static class DomifaddrCommand
{
    internal static Command Definition => new("domifaddr", RunAsync)
    {
        Help = "Get network interfaces' addresses for a running domain",
        Description = "Get network interfaces' addresses for a running domain",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("interface", "network interface name", Completers.DomainInterfaces),
            Option.Flag("full", "always display names and MACs of interfaces"),
            Option.Text("source", "address source: 'lease', 'agent', or 'arp'", Completers.AddressSources),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var wanted = arguments.Text("interface");
        var source = arguments.Text("source") switch
        {
            null or "lease" => VirDomainInterfaceAddressesSource.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE,
            "agent" => VirDomainInterfaceAddressesSource.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT,
            "arp" => VirDomainInterfaceAddressesSource.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP,
            var other => throw new CommandFailure($"Unknown data source '{other}'"),
        };
        var domain = await shell.DomainAsync(arguments);
        var interfaces = await domain.InterfaceAddressesAsync(source)
            .OrFail("Failed to query for interfaces addresses");
        shell.PrintExtra($" {"Name",-10} {"MAC address",-20} {"Protocol",-8}     Address\n{new string('-', 79)}\n");
        foreach (var nic in interfaces.Where(nic => wanted is null || nic.Name == wanted))
        {
            Print(shell, nic, arguments.Has("full"));
        }
    }

    private static void Print(Shell shell, DomainInterface nic, bool full)
    {
        if (nic.Addrs.Length == 0)
        {
            shell.Print($" {nic.Name,-10} {nic.Hwaddr ?? "N/A",-17}    {"N/A",-12} N/A\n");
            return;
        }

        var first = true;
        foreach (var address in nic.Addrs)
        {
            var family = address.Type == (int)VirIPAddrType.VIR_IP_ADDR_TYPE_IPV6 ? "ipv6" : "ipv4";
            var name = full || first ? nic.Name : "-";
            var mac = full || first ? nic.Hwaddr ?? "" : "-";
            shell.Print($" {name,-10} {mac,-17}    {family,-12} {address.Addr}/{address.Prefix}\n");
            first = false;
        }
    }
}
