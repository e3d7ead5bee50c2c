namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-event</c>: Node Device Events.</summary>
internal static class NodedevEventCommand
{
    internal static Command Definition => new("nodedev-event", RunAsync)
    {
        Help = "Node Device Events",
        Description = "List event types, or wait for node device events to occur",
        Options =
        [
            Option.Text("device", "filter by node device name", Completers.NodeDevices),
            Option.Text("event", "which event type to wait for"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("list", "list valid event types"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await ObjectEvents.RunAsync(shell, arguments, ["lifecycle", "update"], async (loop, id) =>
        {
            var device = arguments.Text("device") is { } name ? await shell.NodeDeviceAsync(name) : null;
            loop.Add(
                await shell.Connection.NodeDeviceEventsAsync((VirNodeDeviceEventID)id, device),
                static item => item is NodeDeviceLifecycleEvent life
                    ? $"event 'lifecycle' for node device {item.Device.Name}: {DeviceWord((int)life.Event)}\n"
                    : $"event 'update' for node device {item.Device.Name}\n");
        });
    }

    private static string DeviceWord(int number) => number switch
    {
        0 => "Created",
        1 => "Deleted",
        2 => "Defined",
        3 => "Undefined",
        _ => "unknown",
    };
}
