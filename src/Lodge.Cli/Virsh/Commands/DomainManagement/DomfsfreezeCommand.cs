using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domfsfreeze</c>: Freeze domain's mounted filesystems..</summary>
internal static class DomfsfreezeCommand
{
    internal static Command Definition => new("domfsfreeze", RunAsync)
    {
        Help = "Freeze domain's mounted filesystems.",
        Description = "Freeze domain's mounted filesystems.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Rest("mountpoint", "mountpoint path to be frozen"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var count = await domain.FSFreezeAsync([.. arguments.Rest]).OrFail("Unable to freeze filesystems");
        shell.PrintExtra($"Froze {count} filesystem(s)\n");
    }
}
