using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-destroy</c>: destroy (stop) a pool.</summary>
internal static class PoolDestroyCommand
{
    internal static Command Definition => new("pool-destroy", RunAsync)
    {
        Help = "destroy (stop) a pool",
        Description = "Forcefully stop a given pool. Raw data in the pool is untouched",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        await pool.DestroyAsync().OrFail($"Failed to destroy pool {name}");
        shell.PrintExtra($"Pool {name} destroyed\n");
    }
}
