using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-dhcp-leases</c>: print lease info for a given network.</summary>
internal static class NetDhcpLeasesCommand
{
    internal static Command Definition => new("net-dhcp-leases", RunAsync)
    {
        Help = "print lease info for a given network",
        Description = "Print lease info for a given network",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)),
            Option.Text("mac", "MAC address"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var mac = arguments.Text("mac");
        var network = await shell.NetworkAsync(arguments);
        var leases = await network.GetDhcpLeasesAsync(mac)
            .OrFail($"Failed to get leases info for {arguments.Needed("network")}");
        Array.Sort(leases, static (a, b) => NameOrder.Compare(a.Mac ?? "", b.Mac ?? ""));
        var table = new Table("Expiry Time", "MAC address", "Protocol", "IP address", "Hostname", "Client ID or DUID");
        foreach (var lease in leases)
        {
            var expiry = DateTimeOffset.FromUnixTimeSeconds(lease.Expirytime).LocalDateTime;
            table.Add(
                expiry.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                lease.Mac ?? "-",
                lease.Type == (int)VirIPAddrType.VIR_IP_ADDR_TYPE_IPV6 ? "ipv6" : "ipv4",
                $"{lease.Ipaddr}/{lease.Prefix}",
                lease.Hostname ?? "-",
                lease.Clientid ?? "-");
        }

        table.PrintTo(shell);
    }
}
