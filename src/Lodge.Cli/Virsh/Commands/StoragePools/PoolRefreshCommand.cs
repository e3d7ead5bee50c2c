using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-refresh</c>: refresh a pool.</summary>
internal static class PoolRefreshCommand
{
    internal static Command Definition => new("pool-refresh", RunAsync)
    {
        Help = "refresh a pool",
        Description = "Refresh a given pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        await pool.RefreshAsync().OrFail($"Failed to refresh pool {name}");
        shell.PrintExtra($"Pool {name} refreshed\n");
    }
}
