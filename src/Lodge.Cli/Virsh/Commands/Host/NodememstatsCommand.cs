namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodememstats</c>: Prints memory stats of the node..</summary>
internal static class NodememstatsCommand
{
    internal static Command Definition => new("nodememstats", RunAsync)
    {
        Help = "Prints memory stats of the node.",
        Description = "Returns memory stats of the node, in kilobytes.",
        Options =
        [
            Option.Number("cell", "prints specified cell statistics only."),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int AllCells = -1;
        var statistics = await shell.Connection.GetNodeMemoryStatsAsync(arguments.Int32("cell") ?? AllCells)
            .OrFail("Unable to get number of memory stats");
        foreach (var statistic in statistics)
        {
            shell.Print($"{statistic.Field,-7}: {statistic.Value,20} KiB\n");
        }
    }
}
