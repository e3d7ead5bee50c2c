namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-event</c>: Network Events.</summary>
internal static class NetEventCommand
{
    internal static Command Definition => new("net-event", RunAsync)
    {
        Help = "Network Events",
        Description = "List event types, or wait for network events to occur",
        Options =
        [
            Option.Text("network", "filter by network name or uuid", Completers.Networks()),
            Option.Text("event", "which event type to wait for"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("list", "list valid event types"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await ObjectEvents.RunAsync(shell, arguments, ["lifecycle"], async (loop, _) =>
        {
            var network = arguments.Has("network") ? await loop.FindAsync(shell.NetworkAsync(arguments)) : null;
            loop.Add(
                await shell.Connection.NetworkEventsAsync(network),
                static item =>
                    $"event 'lifecycle' for network {item.Network.Name}: {ObjectEvents.Word((int)item.Event)}\n");
        });
    }
}
