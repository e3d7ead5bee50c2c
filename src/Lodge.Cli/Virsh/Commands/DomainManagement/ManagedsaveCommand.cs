using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSaveRestoreFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh managedsave</c>: managed save of a domain state.</summary>
internal static class ManagedsaveCommand
{
    internal static Command Definition => new("managedsave", RunAsync)
    {
        Help = "managed save of a domain state",
        Description =
            "Save and destroy a running domain, so it can be restarted from\n    the same state at a later "
            + "time.  When the virsh 'start'\n    command is next run for the domain, it will automatically\n"
            + "    be started from this saved state.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("bypass-cache", "avoid file system cache when saving"),
            Option.Flag("running", "set domain to be running on next start"),
            Option.Flag("paused", "set domain to be paused on next start"),
            Option.Flag("verbose", "display the progress of save"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var flags = arguments.Flag("bypass-cache", VIR_DOMAIN_SAVE_BYPASS_CACHE)
            | arguments.Flag("running", VIR_DOMAIN_SAVE_RUNNING)
            | arguments.Flag("paused", VIR_DOMAIN_SAVE_PAUSED);
        await JobWatch.RunAsync(
            shell,
            domain,
            "Managedsave",
            arguments.Has("verbose"),
            () => domain.ManagedSaveAsync(flags).OrFail($"Failed to save domain '{name}' state"));
        shell.PrintExtra($"\nDomain '{name}' state saved by libvirt\n");
    }
}
