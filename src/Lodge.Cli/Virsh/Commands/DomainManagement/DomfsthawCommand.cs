using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domfsthaw</c>: Thaw domain's mounted filesystems..</summary>
internal static class DomfsthawCommand
{
    internal static Command Definition => new("domfsthaw", RunAsync)
    {
        Help = "Thaw domain's mounted filesystems.",
        Description = "Thaw domain's mounted filesystems.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Rest("mountpoint", "mountpoint path to be thawed"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var count = await domain.FSThawAsync([.. arguments.Rest]).OrFail("Unable to thaw filesystems");
        shell.PrintExtra($"Thawed {count} filesystem(s)\n");
    }
}
