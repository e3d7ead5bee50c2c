using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domfsinfo</c>: Get information of domain's mounted filesystems..</summary>
internal static class DomfsinfoCommand
{
    internal static Command Definition => new("domfsinfo", RunAsync)
    {
        Help = "Get information of domain's mounted filesystems.",
        Description = "Get information of domain's mounted filesystems.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var filesystems = await domain.GetFSInfoAsync().OrFail("Unable to get filesystem information");
        if (filesystems.Length == 0)
        {
            shell.PrintExtra("No filesystems are mounted in the domain");
            return;
        }

        var table = new Table("Mountpoint", "Name", "Type", "Target");
        foreach (var filesystem in filesystems)
        {
            table.Add(
                filesystem.Mountpoint, filesystem.Name, filesystem.Fstype, string.Join(',', filesystem.DevAliases));
        }

        table.PrintTo(shell);
    }
}
