namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh perf</c>: Get or set perf event.</summary>
internal static class PerfCommand
{
    internal static Command Definition => new("perf", RunAsync)
    {
        Help = "Get or set perf event",
        Description =
            "Get or set the current perf events for a guest domain.\n    To get the perf events list use "
            + "following command: \n\n    virsh # perf <domain>",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("enable", "perf events which will be enabled"),
            Option.Text("disable", "perf events which will be disabled"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var changes = new ParameterList();
        Add(changes, arguments.Text("enable"), true);
        Add(changes, arguments.Text("disable"), false);
        var events = changes.ToArray();
        if (events.Length == 0)
        {
            Print(shell, await domain.GetPerfEventsAsync(impact).OrFail("Unable to get perf events"));
            return;
        }

        await domain.SetPerfEventsAsync(events, impact).OrFail("Unable to enable/disable perf events");
        Print(shell, events);
    }

    private static void Add(ParameterList changes, string? events, bool on)
    {
        foreach (var name in (events ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            changes.AddBoolean(name, on);
        }
    }

    private static void Print(Shell shell, IEnumerable<TypedParameter> events)
    {
        foreach (var item in events)
        {
            var on = item.Value.Type == VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN && item.Value.AsBoolean();
            shell.PrintExtra($"{item.Field,-15}: {(on ? "enabled" : "disabled")}\n");
        }
    }
}
