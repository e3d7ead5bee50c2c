using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh save-image-dumpxml</c>: saved state domain information in XML.</summary>
internal static class SaveImageDumpxmlCommand
{
    internal static Command Definition => new("save-image-dumpxml", RunAsync)
    {
        Help = "saved state domain information in XML",
        Description = "Dump XML of domain information for a saved state file to stdout.",
        Options =
        [
            Option.Data("file", "saved state file to read"),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("security-info", VirDomainSaveImageXMLFlags.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE);
        XmlSelection.Print(
            shell, arguments, await shell.Connection.DomainSaveImageGetXmlDescAsync(arguments.Needed("file"), flags));
    }
}
