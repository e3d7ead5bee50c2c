using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh managedsave-remove</c>: Remove managed save of a domain.</summary>
internal static class ManagedsaveRemoveCommand
{
    internal static Command Definition => new("managedsave-remove", RunAsync)
    {
        Help = "Remove managed save of a domain",
        Description = "Remove an existing managed save state file from a domain",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        if (!await domain.HasManagedSaveImageAsync().OrFail("Failed to check for domain managed save image"))
        {
            shell.PrintExtra($"Domain '{name}' has no manage save image; removal skipped");
            return;
        }

        await domain.ManagedSaveRemoveAsync().OrFail($"Failed to remove managed save image for domain '{name}'");
        shell.PrintExtra($"Removed managedsave image for domain '{name}'");
    }
}
