using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh vncdisplay</c>: vnc display.</summary>
internal static class VncdisplayCommand
{
    internal static Command Definition => new("vncdisplay", RunAsync)
    {
        Help = "vnc display",
        Description = "Output the IP address and port number for the VNC display.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int FirstPort = 5900;
        var domain = await shell.DomainAsync(arguments);
        if (!await domain.IsActiveAsync())
        {
            throw new CommandFailure("Domain is not running");
        }

        var xml = await Shell.DomainXmlAsync(domain);
        var vnc = xml.All("devices/graphics").FirstOrDefault(static graphics => graphics.Get("@type") == "vnc");
        if (!int.TryParse(vnc?.Get("@port"), out var port) || port < 0)
        {
            throw new CommandFailure("Failed to get VNC port. Is this domain using VNC?");
        }

        var address = vnc!.GetAny("@listen", "listen/@address");
        shell.Print(address is null or "0.0.0.0" ? $":{port - FirstPort}\n" : $"{address}:{port - FirstPort}\n");
    }
}
