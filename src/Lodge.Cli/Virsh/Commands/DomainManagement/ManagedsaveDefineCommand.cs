using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh managedsave-define</c>: redefine the XML for a domain's managed save state file.</summary>
internal static class ManagedsaveDefineCommand
{
    internal static Command Definition => new("managedsave-define", RunAsync)
    {
        Help = "redefine the XML for a domain's managed save state file",
        Description = "Replace the domain XML associated with a managed save state file",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)),
            Option.Data("xml", "filename containing updated XML for the target", Completers.Files),
            Option.Flag("running", "set domain to be running on start"),
            Option.Flag("paused", "set domain to be paused on start"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("running", "paused");
        var xml = LocalFile.Read(arguments.Needed("xml"));
        var domain = await shell.DomainAsync(arguments);
        await domain.ManagedSaveDefineXmlAsync(xml, SavedState.Flags(arguments))
            .OrFail($"Failed to update {domain.Name} XML configuration");
        shell.PrintExtra($"Managed save state file of domain '{domain.Name}' updated.\n");
    }
}
