namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-name</c>: convert a pool UUID to pool name.</summary>
internal static class PoolNameCommand
{
    internal static Command Definition => new("pool-name", RunAsync)
    {
        Help = "convert a pool UUID to pool name",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments, keys: DomainKeys.Uuid);
        shell.Print(pool.Name + "\n");
    }
}
