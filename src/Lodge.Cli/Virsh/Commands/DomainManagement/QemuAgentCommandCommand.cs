using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainQemuAgentCommandTimeoutValues;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh qemu-agent-command</c>: QEMU Guest Agent Command.</summary>
internal static class QemuAgentCommandCommand
{
    internal static Command Definition => new("qemu-agent-command", RunAsync)
    {
        Help = "QEMU Guest Agent Command",
        Description = "Run an arbitrary qemu guest agent command; use at your own risk",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("timeout", "timeout seconds. must be positive.") with { NameNeeded = true },
            Option.Flag("async", "execute command without waiting for timeout"),
            Option.Flag("block", "execute command without timeout"),
            Option.Flag("pretty", "pretty-print the output"),
            Option.Rest("cmd", "command") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var command = string.Join(' ', arguments.Rest);
        var timeout = arguments.Int32("timeout");
        if (timeout < 1)
        {
            throw new CommandFailure("timeout must be positive");
        }

        if ((timeout is null ? 0 : 1) + (arguments.Has("async") ? 1 : 0) + (arguments.Has("block") ? 1 : 0) > 1)
        {
            throw new CommandFailure("timeout, async and block options are exclusive");
        }

        var wait = arguments.Has("async") ? (int)VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT
            : arguments.Has("block") ? (int)VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK
            : timeout ?? (int)VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT;
        if (await domain.QemuAgentCommandAsync(command, wait) is not { } result)
        {
            throw new CommandFailure();
        }

        var laidOut = arguments.Has("pretty") ? QmpText.Pretty(result) : null;
        shell.Print(laidOut is null ? result + "\n" : laidOut + "\n\n");
    }
}
