using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh find-storage-pool-sources</c>: discover potential storage pool sources.</summary>
internal static class FindStoragePoolSourcesCommand
{
    internal static Command Definition => new("find-storage-pool-sources", RunAsync)
    {
        Help = "discover potential storage pool sources",
        Description = "Returns XML <sources> document.",
        Options =
        [
            Option.Data("type", "type of storage pool sources to discover"),
            Option.Text("srcSpec", "optional file of source xml to query for pools", Completers.Files),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var type = arguments.Needed("type");
        var specification = arguments.Text("srcSpec") is { } file ? LocalFile.Read(file) : null;
        var sources = await shell.Connection.FindStoragePoolSourcesAsync(type, specification)
            .OrFail($"Failed to find any {type} pool sources");
        shell.Print(sources);
    }
}
