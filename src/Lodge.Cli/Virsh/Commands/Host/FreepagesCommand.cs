using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh freepages</c>: NUMA free pages.</summary>
internal static class FreepagesCommand
{
    internal static Command Definition => new("freepages", RunAsync)
    {
        Help = "NUMA free pages",
        Description = "display available free pages for the NUMA cell.",
        Options =
        [
            Option.Number("cellno", "NUMA cell number"),
            Option.Number("pagesize", "page size (in kibibytes)"),
            Option.Flag("all", "show free pages for all NUMA cells"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "cellno");
        var size = arguments.Scaled("pagesize", 1024, uint.MaxValue) is { } bytes
            ? PageSize.InKibibytes(bytes) : (uint?)null;
        if (arguments.Has("all"))
        {
            await PrintAllAsync(shell, size);
            return;
        }

        var cell = arguments.Int32("cellno") ?? throw new CommandFailure("missing cellno argument");
        if (cell < -1)
        {
            throw new CommandFailure("cell number must be non-negative integer or -1");
        }

        var wanted = size ?? throw new CommandFailure("missing pagesize argument");
        var counts = await shell.Connection.GetNodeFreePagesAsync([wanted], cell, 1);
        shell.Print($"{wanted}KiB: {counts[0]}\n");
    }

    private static async Task PrintAllAsync(Shell shell, uint? size)
    {
        var capabilities = await NumaCells.CapabilitiesAsync(shell);
        uint[] sizes = size is { } one ? [one] : Sizes(capabilities);
        foreach (var id in NumaCells.Ids(capabilities))
        {
            var counts = await shell.Connection.GetNodeFreePagesAsync(sizes, id, 1);
            var lines = sizes.Zip(counts, static (page, count) => $"{page}KiB: {count}\n");
            shell.Print($"Node {id}:\n{string.Concat(lines)}\n");
        }
    }

    private static uint[] Sizes(XElement capabilities)
    {
        var pages = capabilities.All("host/cpu/pages").ToArray();
        if (pages.Length == 0)
        {
            pages = [.. capabilities.All("host/topology/cells/cell/pages")];
        }

        if (pages.Length == 0)
        {
            throw new CommandFailure("could not get information about supported page sizes");
        }

        return [.. pages.Select(static page => Size(page.Get("@size"))).Distinct().Order()];
    }

    private static uint Size(string? text) => uint.TryParse(text, out var size)
        ? size
        : throw new CommandFailure($"unable to parse page size: {text}");
}
