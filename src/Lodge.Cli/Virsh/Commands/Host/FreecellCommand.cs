namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh freecell</c>: NUMA free memory.</summary>
internal static class FreecellCommand
{
    internal static Command Definition => new("freecell", RunAsync)
    {
        Help = "NUMA free memory",
        Description = "display available free memory for the NUMA cell.",
        Options =
        [
            Option.Number("cellno", "NUMA cell number"),
            Option.Flag("all", "show free memory for all NUMA cells"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "cellno");
        var connection = shell.Connection;
        if (arguments.Has("all"))
        {
            await PrintAllAsync(shell);
        }
        else if (arguments.Int32("cellno") is { } cell)
        {
            var free = await connection.GetNodeCellsFreeMemoryAsync(cell, 1);
            shell.Print($"{cell}: {free[0] / 1024} KiB\n");
        }
        else
        {
            shell.Print($"Total: {await connection.GetNodeFreeMemoryAsync() / 1024} KiB\n");
        }
    }

    private static async Task PrintAllAsync(Shell shell)
    {
        var cells = new List<(int Id, ulong Free)>();
        foreach (var id in await NumaCells.IdsAsync(shell))
        {
            var free = await shell.Connection.GetNodeCellsFreeMemoryAsync(id, 1)
                .OrFail($"failed to get free memory for NUMA node number: {id}");
            cells.Add((id, free[0]));
        }

        ulong total = 0;
        foreach (var (id, free) in cells)
        {
            shell.Print($"{id,5}: {free / 1024,10} KiB\n");
            total += free;
        }

        shell.PrintExtra($"--------------------\nTotal: {total / 1024,10} KiB\n");
    }
}
