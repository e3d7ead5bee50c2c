namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-undefine</c>: undefine a network filter.</summary>
internal static class NwfilterUndefineCommand
{
    internal static Command Definition => new("nwfilter-undefine", RunAsync)
    {
        Help = "undefine a network filter",
        Description = "Undefine a given network filter.",
        Options =
        [
            Option.Data("nwfilter", "network filter name or uuid", Completers.NetworkFilters),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var filter = await shell.NetworkFilterAsync(arguments);
        var name = arguments.Needed("nwfilter");
        await filter.UndefineAsync().OrFail($"Failed to undefine network filter {name}");
        shell.PrintExtra($"Network filter {name} undefined\n");
    }
}
