using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh allocpages</c>: Manipulate pages pool size.</summary>
internal static class AllocpagesCommand
{
    internal static Command Definition => new("allocpages", RunAsync)
    {
        Help = "Manipulate pages pool size",
        Description = "Allocate or free some pages in the pool for NUMA cell.",
        Options =
        [
            Option.Number("pagesize", "page size (in kibibytes)") with { Required = true },
            Option.Number("pagecount", "page count") with { Required = true },
            Option.Number("cellno", "NUMA cell number"),
            Option.Flag("add", "instead of setting new pool size add pages to it"),
            Option.Flag("all", "set on all NUMA cells"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "cellno");
        var cell = arguments.Int32("cellno") ?? -1;
        var size = PageSize.InKibibytes(arguments.Scaled("pagesize", 1024, uint.MaxValue * 1024UL) ?? 0);
        var count = arguments.UInt64("pagecount") ?? 0;
        var flags = arguments.Flag("add", VirNodeAllocPagesFlags.VIR_NODE_ALLOC_PAGES_ADD);
        if (!arguments.Has("all"))
        {
            await shell.Connection.AllocNodePagesAsync([size], [count], cell, 1, flags);
            return;
        }

        foreach (var id in await NumaCells.IdsAsync(shell))
        {
            await shell.Connection.AllocNodePagesAsync([size], [count], id, 1, flags);
        }
    }
}
