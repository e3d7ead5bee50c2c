using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domifstat</c>: get network interface stats for a domain.</summary>
internal static class DomifstatCommand
{
    internal static Command Definition => new("domifstat", RunAsync)
    {
        Help = "get network interface stats for a domain",
        Description = "Get network interface stats for a running domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("interface",
                "interface device specified by name or MAC Address", Completers.DomainInterfaces),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var device = arguments.Needed("interface");
        var statistics = await domain.InterfaceStatsAsync(device)
            .OrFail($"Failed to get interface stats {arguments.Needed("domain")} {device}");
        Print("rx_bytes", statistics.RxBytes);
        Print("rx_packets", statistics.RxPackets);
        Print("rx_errs", statistics.RxErrs);
        Print("rx_drop", statistics.RxDrop);
        Print("tx_bytes", statistics.TxBytes);
        Print("tx_packets", statistics.TxPackets);
        Print("tx_errs", statistics.TxErrs);
        Print("tx_drop", statistics.TxDrop);

        void Print(string field, long value)
        {
            if (value >= 0)
            {
                shell.Print($"{device} {field} {value}\n");
            }
        }
    }
}
