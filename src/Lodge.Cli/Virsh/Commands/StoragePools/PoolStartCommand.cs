using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-start</c>: start a (previously defined) inactive pool.</summary>
internal static class PoolStartCommand
{
    internal static Command Definition => new("pool-start", RunAsync)
    {
        Help = "start a (previously defined) inactive pool",
        Description = "Start a pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE)),
            Option.Flag("build", "build the pool as normal"),
            Option.Flag("no-overwrite", "do not overwrite any existing data"),
            Option.Flag("overwrite", "overwrite any existing data"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        await pool.CreateAsync(PoolText.CreateFlags(arguments)).OrFail($"Failed to start pool {name}");
        shell.PrintExtra($"Pool {name} started\n");
    }
}
