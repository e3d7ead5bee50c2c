using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh managedsave-edit</c>: edit XML for a domain's managed save state file.</summary>
internal static class ManagedsaveEditCommand
{
    internal static Command Definition => new("managedsave-edit", RunAsync)
    {
        Help = "edit XML for a domain's managed save state file",
        Description = "Edit the domain XML associated with the managed save state file",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)),
            Option.Flag("running", "set domain to be running on start"),
            Option.Flag("paused", "set domain to be paused on start"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("running", "paused");
        var domain = await shell.DomainAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => domain.ManagedSaveGetXmlDescAsync(
                VirDomainSaveImageXMLFlags.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE),
            WriteAsync = (xml, _) => domain.ManagedSaveDefineXmlAsync(xml, SavedState.Flags(arguments)),
        });
        shell.PrintExtra(edited
            ? $"Managed save image of Domain '{domain.Name}' XML configuration edited.\n"
            : $"Managed save image of domain '{domain.Name}' XML configuration not changed.\n");
    }
}
