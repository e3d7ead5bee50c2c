using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh qemu-monitor-command</c>: QEMU Monitor Command.</summary>
internal static class QemuMonitorCommandCommand
{
    internal static Command Definition => new("qemu-monitor-command", RunAsync)
    {
        Help = "QEMU Monitor Command",
        Description = "QEMU Monitor Command",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("hmp", "command is in human monitor protocol"),
            Option.Flag("pretty", "pretty-print any qemu monitor protocol output"),
            Option.Flag("return-value", "extract the value of the 'return' key from the returned string"),
            Option.Text("pass-fds", "pass file descriptors N,M,... along with the command") with { NameNeeded = true },
            Option.Rest("cmd", "command") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("hmp", "pretty");
        arguments.Exclusive("hmp", "return-value");
        var domain = await shell.DomainAsync(arguments);
        var isHmp = arguments.Has("hmp");
        var command = isHmp ? string.Join(' ', arguments.Rest) : QmpText.Compose([.. arguments.Rest]);
        var flags = arguments.Flag("hmp", VirDomainQemuMonitorCommandFlags.VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP);
        using var files = PassedFiles.From(arguments);
        var result = files.Handles.Count > 0
            ? await domain.QemuMonitorCommandWithFilesAsync(command, files.Handles, flags)
            : await domain.QemuMonitorCommandAsync(command, flags);
        var pretty = arguments.Has("pretty");
        if (arguments.Has("return-value"))
        {
            shell.Print(QmpText.ReturnValue(result, pretty));
        }
        else
        {
            shell.Print(pretty && QmpText.Pretty(result) is { } laidOut ? laidOut : result + "\n");
        }
    }
}
