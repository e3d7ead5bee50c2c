using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domdisplay</c>: domain display connection URI.</summary>
internal static class DomdisplayCommand
{
    internal static Command Definition => new("domdisplay", RunAsync)
    {
        Help = "domain display connection URI",
        Description = "Output the IP address and port number for the graphical display.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("include-password", "includes the password into the connection URI if available"),
            Option.Text("type", "select particular graphical display (e.g. \"vnc\", \"spice\", \"rdp\", \"dbus\")"),
            Option.Flag("all", "show all possible graphical displays"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "type");
        var domain = await shell.DomainAsync(arguments);
        if (!await domain.IsActiveAsync())
        {
            throw new CommandFailure("Domain is not running");
        }

        var type = arguments.Text("type");
        var xml = await Shell.DomainXmlAsync(domain, arguments.Flag("include-password", VIR_DOMAIN_XML_SECURE));
        var displays = new DisplayAddress(xml, await shell.Connection.GetUriAsync());
        var found = DisplayAddress.Schemes
            .Where(scheme => type is null || type == scheme)
            .Select(displays.Of)
            .Where(static address => address is not null)
            .ToArray();
        if (found.Length == 0)
        {
            throw new CommandFailure(type is null
                ? "No graphical display found"
                : $"No graphical display with type '{type}' found");
        }

        shell.Print(arguments.Has("all") ? string.Concat(found.Select(static line => line + "\n")) : found[0]!);
    }
}
