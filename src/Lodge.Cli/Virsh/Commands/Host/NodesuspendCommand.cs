namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodesuspend</c>: suspend the host node for a given time duration.</summary>
internal static class NodesuspendCommand
{
    internal static Command Definition => new("nodesuspend", RunAsync)
    {
        Help = "suspend the host node for a given time duration",
        Description = "Suspend the host node for a given time duration and attempt to resume thereafter.",
        Options =
        [
            Option.Data("target",
                "mem(Suspend-to-RAM), disk(Suspend-to-Disk), hybrid(Hybrid-Suspend)", Completers.SuspendTargets),
            Option.Number("duration", "Suspend duration in seconds, at least 60") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var target = SuspendTarget.Parse(arguments.Needed("target"));
        var duration = arguments.Int64("duration") ?? 0;
        if (duration < 0)
        {
            throw new CommandFailure("Invalid duration");
        }

        await shell.Connection.SuspendNodeForDurationAsync(target, (ulong)duration)
            .OrFail("The host was not suspended");
    }
}
