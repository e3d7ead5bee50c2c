using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh define</c>: define (but don't start) a domain from an XML file.</summary>
internal static class DefineCommand
{
    internal static Command Definition => new("define", RunAsync)
    {
        Help = "define (but don't start) a domain from an XML file",
        Description = "Define a domain.",
        Options =
        [
            Option.File("file containing an XML domain description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirDomainDefineFlags.VIR_DOMAIN_DEFINE_VALIDATE);
        var xml = LocalFile.Read(file);
        var call = flags == 0
            ? shell.Connection.DefineDomainXmlAsync(xml)
            : shell.Connection.DefineDomainXmlFlagsAsync(xml, flags);
        var domain = await call.OrFail($"Failed to define domain from {file}");
        shell.PrintExtra($"Domain '{domain.Name}' defined from {file}\n");
    }
}
