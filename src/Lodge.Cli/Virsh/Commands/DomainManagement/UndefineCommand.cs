using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh undefine</c>: undefine a domain.</summary>
internal static class UndefineCommand
{
    internal static Command Definition => new("undefine", RunAsync)
    {
        Help = "undefine a domain",
        Description = "Undefine an inactive domain, or convert persistent to transient.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_PERSISTENT)),
            Option.Flag("managed-save", "remove domain managed state file"),
            Option.Text("storage",
                "remove associated storage volumes (comma separated list of targets or source paths) (see "
                + "domblklist)"),
            Option.Flag("remove-all-storage", "remove all associated storage volumes (use with caution)"),
            Option.Alias("delete-snapshots", "delete-storage-volume-snapshots"),
            Option.Flag("delete-storage-volume-snapshots",
                "delete snapshots associated with volume(s), requires --remove-all-storage (must be "
                + "supported by storage driver)"),
            Option.Flag("wipe-storage", "wipe data on the removed volumes"),
            Option.Flag("snapshots-metadata", "remove all domain snapshot metadata (vm must be inactive)"),
            Option.Flag("checkpoints-metadata", "remove all domain checkpoint metadata (vm must be inactive)"),
            Option.Flag("nvram", "remove nvram file"),
            Option.Flag("keep-nvram", "keep nvram file"),
            Option.Flag("tpm", "remove TPM state"),
            Option.Flag("keep-tpm", "keep TPM state"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await DomainRemoval.RunAsync(shell, arguments);
    }
}
