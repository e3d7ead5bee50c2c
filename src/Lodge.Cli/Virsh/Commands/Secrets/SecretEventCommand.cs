namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-event</c>: Secret Events.</summary>
internal static class SecretEventCommand
{
    internal static Command Definition => new("secret-event", RunAsync)
    {
        Help = "Secret Events",
        Description = "List event types, or wait for secret events to occur",
        Options =
        [
            Option.Text("secret", "filter by secret name or uuid", Completers.Secrets),
            Option.Text("event", "which event type to wait for"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("list", "list valid event types"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await ObjectEvents.RunAsync(shell, arguments, ["lifecycle", "value-changed"], async (loop, id) =>
        {
            var secret = arguments.Has("secret") ? await loop.FindAsync(shell.SecretAsync(arguments)) : null;
            loop.Add(
                await shell.Connection.SecretEventsAsync((VirSecretEventID)id, secret),
                static item => item is SecretLifecycleEvent life
                    ? $"event 'lifecycle' for secret {item.Secret.Uuid}: {ObjectEvents.Word((int)life.Event)}\n"
                    : $"event 'value-changed' for secret {item.Secret.Uuid}\n");
        });
    }
}
