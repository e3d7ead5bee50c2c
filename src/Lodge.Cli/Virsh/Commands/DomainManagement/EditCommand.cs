using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh edit</c>: edit XML configuration for a domain.</summary>
internal static class EditCommand
{
    internal static Command Definition => new("edit", RunAsync)
    {
        Help = "edit XML configuration for a domain",
        Description = "Edit the XML configuration for a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("skip-validate", "skip validation of the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => domain.GetXmlDescAsync(VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE),
            WriteAsync = async (xml, validate) => await shell.Connection.DefineDomainXmlFlagsAsync(
                xml, validate ? VirDomainDefineFlags.VIR_DOMAIN_DEFINE_VALIDATE : 0),
            CanValidate = !arguments.Has("skip-validate"),
        });
        shell.PrintExtra(edited
            ? $"Domain '{domain.Name}' XML configuration edited.\n"
            : $"Domain '{domain.Name}' XML configuration not changed.\n");
    }
}
