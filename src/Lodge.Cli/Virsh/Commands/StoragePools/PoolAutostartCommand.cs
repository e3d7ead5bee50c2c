using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-autostart</c>: autostart a pool.</summary>
internal static class PoolAutostartCommand
{
    internal static Command Definition => new("pool-autostart", RunAsync)
    {
        Help = "autostart a pool",
        Description = "Configure a pool to be automatically started at boot.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT)),
            Option.Flag("disable", "disable autostarting"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("pool");
        var on = !arguments.Has("disable");
        await pool.SetAutostartAsync(on).OrFail($"failed to {(on ? "mark" : "unmark")} pool {name} as autostarted");
        shell.PrintExtra($"Pool {name} {(on ? "marked" : "unmarked")} as autostarted\n");
    }
}
