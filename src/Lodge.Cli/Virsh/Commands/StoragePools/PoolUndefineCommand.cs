using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-undefine</c>: undefine an inactive pool.</summary>
internal static class PoolUndefineCommand
{
    internal static Command Definition => new("pool-undefine", RunAsync)
    {
        Help = "undefine an inactive pool",
        Description = "Undefine the configuration for an inactive pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        await pool.UndefineAsync().OrFail($"Failed to undefine pool {name}");
        shell.PrintExtra($"Pool {name} has been undefined\n");
    }
}
