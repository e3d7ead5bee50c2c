using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domcontrol</c>: domain control interface state.</summary>
internal static class DomcontrolCommand
{
    internal static Command Definition => new("domcontrol", RunAsync)
    {
        Help = "domain control interface state",
        Description = "Returns state of a control interface to the domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var info = await domain.GetControlInfoAsync();
        var state = (VirDomainControlState)info.State;
        shell.Print(state switch
        {
            VirDomainControlState.VIR_DOMAIN_CONTROL_OK => "ok\n",
            VirDomainControlState.VIR_DOMAIN_CONTROL_JOB => $"background job {Duration(info.StateTime)}\n",
            VirDomainControlState.VIR_DOMAIN_CONTROL_OCCUPIED => $"occupied {Duration(info.StateTime)}\n",
            VirDomainControlState.VIR_DOMAIN_CONTROL_ERROR when info.Details > 0 => $"error: {Reason(info.Details)}\n",
            VirDomainControlState.VIR_DOMAIN_CONTROL_ERROR => "error\n",
            _ => $"unknown {Duration(info.StateTime)}\n",
        });
    }

    private static string Duration(ulong milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"({milliseconds / 1000.0:F3}s)");

    private static string Reason(VirDomainControlErrorReason reason) => reason switch
    {
        VirDomainControlErrorReason.VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR => "monitor failure",
        VirDomainControlErrorReason.VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL => "internal (locking) error",
        _ => "unknown",
    };
}
