using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh managedsave-dumpxml</c>: Domain information of managed save state file in XML.</summary>
internal static class ManagedsaveDumpxmlCommand
{
    internal static Command Definition => new("managedsave-dumpxml", RunAsync)
    {
        Help = "Domain information of managed save state file in XML",
        Description = "Dump XML of domain information for a managed save state file to stdout.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("security-info", VirDomainSaveImageXMLFlags.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE);
        var domain = await shell.DomainAsync(arguments);
        XmlSelection.Print(shell, arguments, await domain.ManagedSaveGetXmlDescAsync(flags));
    }
}
