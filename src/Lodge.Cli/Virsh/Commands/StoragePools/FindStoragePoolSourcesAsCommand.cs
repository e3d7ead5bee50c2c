namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh find-storage-pool-sources-as</c>: find potential storage pool sources.</summary>
internal static class FindStoragePoolSourcesAsCommand
{
    internal static Command Definition => new("find-storage-pool-sources-as", RunAsync)
    {
        Help = "find potential storage pool sources",
        Description = "Returns XML <sources> document.",
        Options =
        [
            Option.Data("type", "type of storage pool sources to find"),
            Option.Text("host", "optional host to query"),
            Option.Text("port", "optional port to query"),
            Option.Text("initiator", "optional initiator IQN to use for query"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var type = arguments.Needed("type");
        var sources = await shell.Connection.FindStoragePoolSourcesAsync(type, Specification(arguments))
            .OrFail($"Failed to find any {type} pool sources");
        shell.Print(sources);
    }

    private static string? Specification(Arguments arguments)
    {
        if (arguments.Text("host") is not { } host)
        {
            return null;
        }

        var port = arguments.Text("port") is { } number ? $" port='{number}'" : "";
        var initiator = arguments.Text("initiator") is { } name
            ? $"  <initiator>\n    <iqn name='{name}'/>\n  </initiator>\n"
            : "";
        return $"<source>\n  <host name='{host}'{port}/>\n{initiator}</source>\n";
    }
}
