namespace Lodge.Cli.Virsh.Commands.DomainEvents;

/// <summary><c>virsh event</c>: Domain Events.</summary>
internal static class EventCommand
{
    internal static Command Definition => new("event", RunAsync)
    {
        Help = "Domain Events",
        Description = "List event types, or wait for domain events to occur",
        Options =
        [
            Option.Text("domain", "filter by domain name, id or uuid", Completers.Domains()),
            Option.Text("event", "which event type to wait for", Completers.DomainEvents),
            Option.Flag("all", "wait for all events instead of just one type"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("list", "list valid event types"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "event");
        arguments.Exclusive("list", "all");
        arguments.Exclusive("list", "event");
        if (arguments.Has("list"))
        {
            shell.Print(string.Concat(DomainEventText.Names.Select(static name => name + "\n")));
            return;
        }

        var wanted = arguments.Text("event");
        if (wanted is null && !arguments.Has("all"))
        {
            throw new CommandFailure("one of --list, --all, or --event <type> is required");
        }

        if (wanted is not null && !DomainEventText.Names.Contains(wanted))
        {
            throw new CommandFailure($"unknown event type {wanted}");
        }

        _ = arguments.Timeout();
        var domain = arguments.Has("domain") ? await shell.DomainAsync(arguments) : null;
        await using var loop = new EventLoop(shell, arguments);
        await SubscribeAsync(shell, loop, domain, wanted);
        await loop.RunAsync();
    }

    /// <summary>
    /// Listens to one kind of event or to all; of all, those that the daemon does not know are left out.
    /// </summary>
    private static async Task SubscribeAsync(Shell shell, EventLoop loop, Domain? domain, string? wanted)
    {
        for (var id = 0; id < DomainEventText.Names.Length; id++)
        {
            var name = DomainEventText.Names[id];
            if (wanted is not null && wanted != name)
            {
                continue;
            }

            try
            {
                var events = await shell.Connection.DomainEventsAsync((VirDomainEventID)id, domain);
                loop.Add(events, item => DomainEventText.Of(name, item));
            }
            catch (VirException) when (wanted is null && id > 0)
            {
                // An older daemon lacks the newer events.
            }
        }
    }
}
