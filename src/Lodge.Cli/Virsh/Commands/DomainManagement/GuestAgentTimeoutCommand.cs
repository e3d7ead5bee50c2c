namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh guest-agent-timeout</c>: Set the guest agent timeout.</summary>
internal static class GuestAgentTimeoutCommand
{
    internal static Command Definition => new("guest-agent-timeout", RunAsync)
    {
        Help = "Set the guest agent timeout",
        Description = "Set the number of seconds to wait for a response from the guest agent.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("timeout", "timeout seconds.") with { NameNeeded = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var timeout = arguments.Int32("timeout")
            ?? (int)VirDomainAgentResponseTimeoutValues.VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK;
        await domain.AgentSetResponseTimeoutAsync(timeout);
    }
}
