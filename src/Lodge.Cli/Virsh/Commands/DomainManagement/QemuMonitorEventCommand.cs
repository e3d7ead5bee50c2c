using static Lodge.Protocol.Constants.VirConnectDomainQemuMonitorEventRegisterFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh qemu-monitor-event</c>: QEMU Monitor Events.</summary>
internal static class QemuMonitorEventCommand
{
    internal static Command Definition => new("qemu-monitor-event", RunAsync)
    {
        Help = "QEMU Monitor Events",
        Description = "Listen for QEMU Monitor Events",
        Options =
        [
            Option.Text("domain", "filter by domain name, id or uuid", Completers.Domains()),
            Option.Text("event", "filter by event name"),
            Option.Flag("pretty", "pretty-print any JSON output"),
            Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            Option.Number("timeout", "timeout seconds"),
            Option.Flag("regex", "treat event as a regex rather than literal filter"),
            Option.Flag("no-case", "treat event case-insensitively"),
            Option.Flag("timestamp", "show timestamp for each printed event"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("regex", VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX)
            | arguments.Flag("no-case", VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE);
        var name = arguments.Text("event");
        var domain = arguments.Has("domain") ? await shell.DomainAsync(arguments) : null;
        var events = await shell.Connection.QemuMonitorEventsAsync(domain, name, flags);
        await using var loop = new EventLoop(shell, arguments);
        loop.Add(events, item => Text(arguments, item));
        await loop.RunAsync();
    }

    private static string Text(Arguments arguments, QemuMonitorEvent item)
    {
        var details = item.Details is { } json && arguments.Has("pretty") ? QmpText.Pretty(json) ?? json : item.Details;
        return arguments.Has("timestamp")
            ? $"event {item.Event} for domain '{item.Domain.Name}': {details ?? "<null>"}\n"
            : $"event {item.Event} at {item.Seconds}.{item.Microseconds:D6} for domain '{item.Domain.Name}': "
                + $"{details ?? "<null>"}\n";
    }
}
