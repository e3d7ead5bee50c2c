using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh detach-interface</c>: detach network interface.</summary>
internal static class DetachInterfaceCommand
{
    internal static Command Definition => new("detach-interface", RunAsync)
    {
        Help = "detach network interface",
        Description = "Detach network interface.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("type", "network interface type"),
            Option.Text("mac", "MAC address", Completers.DomainInterfaceMacs),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("print-xml", "print XML document rather than detach the interface"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("persistent", "current");
        arguments.Exclusive("current", "live");
        arguments.Exclusive("current", "config");
        var domain = await shell.DomainAsync(arguments);
        var config = arguments.Has("config") || arguments.Has("persistent");
        var live = arguments.Has("live") || (arguments.Has("persistent") && await domain.IsActiveAsync());
        try
        {
            if (config)
            {
                await DetachAsync(shell, arguments, domain, VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_CONFIG);
            }

            if (live || !config)
            {
                await DetachAsync(
                    shell, arguments, domain, live ? VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE : 0);
            }
        }
        catch (CommandFailure failure) when (!arguments.Has("print-xml") && failure.Reason is null)
        {
            throw new CommandFailure($"{failure.Message}\nerror: Failed to detach interface");
        }
        catch (VirException reason) when (!arguments.Has("print-xml"))
        {
            throw new CommandFailure("Failed to detach interface", reason);
        }

        if (!arguments.Has("print-xml"))
        {
            shell.PrintExtra("Interface detached successfully\n");
        }
    }

    private static async Task DetachAsync(
        Shell shell, Arguments arguments, Domain domain, VirDomainDeviceModifyFlags flags)
    {
        var inactive = flags == VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_CONFIG
            ? VIR_DOMAIN_XML_INACTIVE
            : 0;
        var text = await domain.GetXmlDescAsync(inactive);
        var xml = XmlFormat.Format(InterfaceSearch.Find(text, arguments.Needed("type"), arguments.Text("mac")));
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await DeviceChange.DetachAsync(domain, xml, flags, arguments);
    }
}
