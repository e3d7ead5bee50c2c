using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-delete</c>: delete a pool.</summary>
internal static class PoolDeleteCommand
{
    internal static Command Definition => new("pool-delete", RunAsync)
    {
        Help = "delete a pool",
        Description = "Delete a given pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        await pool.DeleteAsync().OrFail($"Failed to delete pool {name}");
        shell.PrintExtra($"Pool {name} deleted\n");
    }
}
