using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domfstrim</c>: Invoke fstrim on domain's mounted filesystems..</summary>
internal static class DomfstrimCommand
{
    internal static Command Definition => new("domfstrim", RunAsync)
    {
        Help = "Invoke fstrim on domain's mounted filesystems.",
        Description = "Invoke fstrim on domain's mounted filesystems.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("minimum", "Just a hint to ignore contiguous free ranges smaller than this (Bytes)"),
            Option.Text("mountpoint", "which mount point to trim"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var minimum = arguments.UInt64("minimum") ?? 0;
        await domain.FSTrimAsync(arguments.Text("mountpoint"), minimum).OrFail("Unable to invoke fstrim");
    }
}
