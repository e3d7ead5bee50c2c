using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domif-getlink</c>: get link state of a virtual interface.</summary>
internal static class DomifGetlinkCommand
{
    internal static Command Definition => new("domif-getlink", RunAsync)
    {
        Help = "get link state of a virtual interface",
        Description = "Get link state of a domain's virtual interface.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("interface", "interface device (MAC Address)", Completers.DomainInterfaces),
            Option.Alias("persistent", "config"),
            Option.Flag("config", "Get persistent interface state"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("interface");
        var flags = arguments.Flag("config", VIR_DOMAIN_XML_INACTIVE);
        var xml = await Shell.DomainXmlAsync(await shell.DomainAsync(arguments), flags);
        var mac = MacText.Normalize(name);
        var found = xml.All("devices/interface")
            .Where(nic => (mac is not null && nic.Get("mac/@address") == mac) || nic.Get("target/@dev") == name)
            .ToArray();
        switch (found)
        {
            case []:
                throw new CommandFailure(mac is null
                    ? $"Interface (dev: {name}) not found."
                    : $"Interface (mac: {mac}) not found.");
            case [var nic]:
                shell.Print($"{name} {nic.Get("link/@state") ?? "up"}");
                break;
            default:
                throw new CommandFailure("multiple matching interfaces found");
        }
    }
}
