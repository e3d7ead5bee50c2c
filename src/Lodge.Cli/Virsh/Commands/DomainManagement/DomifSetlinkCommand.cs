using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domif-setlink</c>: set link state of a virtual interface.</summary>
internal static class DomifSetlinkCommand
{
    internal static Command Definition => new("domif-setlink", RunAsync)
    {
        Help = "set link state of a virtual interface",
        Description =
            "Set link state of a domain's virtual interface. This command wraps usage of update-device "
            + "command.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("interface", "interface device (MAC Address)", Completers.DomainInterfaces),
            Option.Data("state", "new state of the device", Completers.LinkStates),
            Option.Alias("persistent", "config"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("print-xml", "print XML document rather than set the interface link state"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("interface");
        var state = arguments.Needed("state");
        var domain = await shell.DomainAsync(arguments);
        if (state is not ("up" or "down"))
        {
            throw new CommandFailure($"invalid link state '{state}'");
        }

        var config = arguments.Has("config");
        var xml = await Shell.DomainXmlAsync(domain, config ? VIR_DOMAIN_XML_INACTIVE : 0, keepBlanks: true);
        var flags = config || !await domain.IsActiveAsync()
            ? VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_CONFIG
            : VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE;
        var nic = Find(xml, name);
        if (nic.Element("link") is { } link)
        {
            link.SetAttributeValue("state", state);
        }
        else
        {
            nic.Add(new XElement("link", new XAttribute("state", state)));
        }

        var text = XmlFormat.Format(nic);
        if (arguments.Has("print-xml"))
        {
            shell.Print(text);
            return;
        }

        await domain.UpdateDeviceFlagsAsync(text, flags).OrFail("Failed to update interface link state");
        shell.PrintExtra("Device updated successfully\n");
    }

    private static XElement Find(XElement domain, string name)
    {
        var nics = domain.All("devices/interface").ToArray();
        if (nics.Length == 0)
        {
            throw new CommandFailure("Failed to extract interface information or no interfaces found");
        }

        return Array.Find(nics, nic => Is(nic.Get("mac/@address"), name) || Is(nic.Get("target/@dev"), name))
            ?? throw new CommandFailure($"interface '{name}' not found");
    }

    private static bool Is(string? value, string name) =>
        string.Equals(value, name, StringComparison.OrdinalIgnoreCase);
}
