namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-event</c>: Storage Pool Events.</summary>
internal static class PoolEventCommand
{
    internal static Command Definition => new("pool-event", RunAsync)
    {
        Help = "Storage Pool Events",
        Description = "List event types, or wait for storage pool events to occur",
        Options =
        [
            Option.Text("pool", "filter by storage pool name or uuid", Completers.Pools()),
            Option.Text("event", "which event type to wait for"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("list", "list valid event types"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await ObjectEvents.RunAsync(shell, arguments, ["lifecycle", "refresh"], async (loop, id) =>
        {
            var pool = arguments.Has("pool") ? await loop.FindAsync(shell.PoolAsync(arguments)) : null;
            loop.Add(
                await shell.Connection.StoragePoolEventsAsync((VirStoragePoolEventID)id, pool),
                static item => item is StoragePoolLifecycleEvent life
                    ? $"event 'lifecycle' for storage pool {item.Pool.Name}: {ObjectEvents.Word((int)life.Event)}\n"
                    : $"event 'refresh' for storage pool {item.Pool.Name}\n");
        });
    }
}
