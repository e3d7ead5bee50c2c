using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh dumpxml</c>: domain information in XML.</summary>
internal static class DumpxmlCommand
{
    internal static Command Definition => new("dumpxml", RunAsync)
    {
        Help = "domain information in XML",
        Description = "Output the domain information as an XML dump to stdout.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("inactive", "show inactive defined XML"),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Flag("update-cpu", "update guest CPU according to host CPU"),
            Option.Flag("migratable", "provide XML suitable for migrations"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("inactive", VIR_DOMAIN_XML_INACTIVE)
            | arguments.Flag("security-info", VIR_DOMAIN_XML_SECURE)
            | arguments.Flag("update-cpu", VIR_DOMAIN_XML_UPDATE_CPU)
            | arguments.Flag("migratable", VIR_DOMAIN_XML_MIGRATABLE);
        var domain = await shell.DomainAsync(arguments);
        XmlSelection.Print(shell, arguments, await domain.GetXmlDescAsync(flags));
    }
}
