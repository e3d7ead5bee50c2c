namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-uuid</c>: convert a pool name to pool UUID.</summary>
internal static class PoolUuidCommand
{
    internal static Command Definition => new("pool-uuid", RunAsync)
    {
        Help = "convert a pool name to pool UUID",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments, keys: DomainKeys.Name);
        shell.Print($"{pool.Uuid}\n");
    }
}
