using static Lodge.Protocol.Constants.VirStoragePoolBuildFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-build</c>: build a pool.</summary>
internal static class PoolBuildCommand
{
    internal static Command Definition => new("pool-build", RunAsync)
    {
        Help = "build a pool",
        Description = "Build a given pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
            Option.Flag("no-overwrite", "do not overwrite any existing data"),
            Option.Flag("overwrite", "overwrite any existing data"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        var flags = arguments.Flag("no-overwrite", VIR_STORAGE_POOL_BUILD_NO_OVERWRITE)
            | arguments.Flag("overwrite", VIR_STORAGE_POOL_BUILD_OVERWRITE);
        await pool.BuildAsync(flags).OrFail($"Failed to build pool {name}");
        shell.PrintExtra($"Pool {name} built\n");
        await PoolLabels.AdviseAsync(shell, pool);
    }
}
