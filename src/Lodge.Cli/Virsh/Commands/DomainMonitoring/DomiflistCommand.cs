using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domiflist</c>: list all domain virtual interfaces.</summary>
internal static class DomiflistCommand
{
    internal static Command Definition => new("domiflist", RunAsync)
    {
        Help = "list all domain virtual interfaces",
        Description = "Get the summary of virtual interfaces for a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("inactive", "get inactive rather than running configuration"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("inactive", VIR_DOMAIN_XML_INACTIVE);
        var xml = await Shell.DomainXmlAsync(await shell.DomainAsync(arguments), flags);
        var table = new Table("Interface", "Type", "Source", "Model", "MAC");
        foreach (var nic in xml.All("devices/interface"))
        {
            table.Add(
                nic.Get("target/@dev") ?? "-",
                nic.Get("@type") ?? "",
                nic.GetAny("source/@bridge", "source/@dev", "source/@network", "source/@name", "source/@path") ?? "-",
                nic.Get("model/@type") ?? "-",
                nic.Get("mac/@address") ?? "-");
        }

        table.PrintTo(shell);
    }
}
