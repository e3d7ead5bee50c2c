namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-info</c>: storage pool information.</summary>
internal static class PoolInfoCommand
{
    internal static Command Definition => new("pool-info", RunAsync)
    {
        Help = "storage pool information",
        Description = "Returns basic information about the storage pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
            Option.Flag("bytes", "Return pool info in bytes"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        shell.PrintField("Name:", pool.Name);
        shell.PrintField("UUID:", pool.Uuid);
        var info = await pool.GetInfoAsync();
        var state = (VirStoragePoolState)info.State;
        shell.PrintField("State:", PoolText.State(state));
        shell.PrintField("Persistent:", Answers.YesNo(await Answers.TryFlagAsync(pool.IsPersistentAsync())));
        shell.PrintField("Autostart:",
            Answers.YesNo(await Answers.TryFlagAsync(pool.GetAutostartAsync()), "no autostart"));
        if (state is VirStoragePoolState.VIR_STORAGE_POOL_RUNNING or VirStoragePoolState.VIR_STORAGE_POOL_DEGRADED)
        {
            var bytes = arguments.Has("bytes");
            shell.PrintField("Capacity:", bytes ? $"{info.Capacity}" : Units.Pretty(info.Capacity));
            shell.PrintField("Allocation:", bytes ? $"{info.Allocation}" : Units.Pretty(info.Allocation));
            shell.PrintField("Available:", bytes ? $"{info.Available}" : Units.Pretty(info.Available));
        }
    }
}
