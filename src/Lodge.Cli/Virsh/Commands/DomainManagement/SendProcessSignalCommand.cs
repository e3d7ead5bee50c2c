using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh send-process-signal</c>: Send signals to processes.</summary>
internal static class SendProcessSignalCommand
{
    internal static Command Definition => new("send-process-signal", RunAsync)
    {
        Help = "Send signals to processes",
        Description = "Send signals to processes in the guest",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("pid", "the process ID"),
            Option.Data("signame", "the signal number or name"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var pid = arguments.Int64("pid") ?? 0;
        var name = arguments.Needed("signame");
        var signal = ProcessSignals.Parse(name) ?? throw new CommandFailure($"malformed signal name: {name}");
        await domain.SendProcessSignalAsync(pid, (VirDomainProcessSignal)signal);
    }
}
