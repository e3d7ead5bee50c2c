using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domblkerror</c>: Show errors on block devices.</summary>
internal static class DomblkerrorCommand
{
    internal static Command Definition => new("domblkerror", RunAsync)
    {
        Help = "Show errors on block devices",
        Description = "Show block device errors",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var errors = await domain.GetDiskErrorsAsync();
        if (errors.Length == 0)
        {
            shell.Print("No errors found\n");
        }

        foreach (var error in errors)
        {
            shell.Print($"{error.Disk}: {Text((VirDomainDiskErrorCode)error.Error)}\n");
        }
    }

    private static string Text(VirDomainDiskErrorCode error) => error switch
    {
        VirDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_NONE => "no error",
        VirDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_UNSPEC => "unspecified error",
        VirDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_NO_SPACE => "no space",
        _ => "unknown error",
    };
}
