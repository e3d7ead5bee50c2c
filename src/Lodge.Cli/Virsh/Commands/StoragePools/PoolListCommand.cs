using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-list</c>: list pools.</summary>
internal static class PoolListCommand
{
    internal static Command Definition => new("pool-list", RunAsync)
    {
        Help = "list pools",
        Description = "Returns list of pools.",
        Options =
        [
            Option.Flag("inactive", "list inactive pools"),
            Option.Flag("all", "list inactive & active pools"),
            Option.Flag("transient", "list transient pools"),
            Option.Flag("persistent", "list persistent pools"),
            Option.Flag("autostart", "list pools with autostart enabled"),
            Option.Flag("no-autostart", "list pools with autostart disabled"),
            Option.Text("type", "only list pool of specified type(s) (if supported)"),
            Option.Flag("details", "display extended details for pools"),
            Option.Flag("uuid", "list UUID of active pools only"),
            Option.Flag("name", "list name of active pools only"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "inactive");
        var onlyInactive = arguments.Has("inactive");
        var flags = arguments.Has("all") ? VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE
            | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE
            : onlyInactive ? VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE
            : VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE;
        flags |= arguments.Flag("autostart", VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART)
            | arguments.Flag("no-autostart", VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART)
            | arguments.Flag("persistent", VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT)
            | arguments.Flag("transient", VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT);
        var types = arguments.Text("type");
        arguments.Exclusive("details", "uuid");
        arguments.Exclusive("details", "name");
        foreach (var type in types is null ? [] : CommaList.Split(types))
        {
            flags |= PoolText.TypeFilter(type);
        }

        var pools = (await shell.Connection.ListAllStoragePoolsAsync(flags).OrFailListing(
            "Failed to list pools",
            onlyInactive ? "Failed to get the number of inactive pools" : "Failed to get the number of active pools ",
            () => onlyInactive
                ? shell.Connection.NumOfDefinedStoragePoolsAsync()
                : shell.Connection.NumOfStoragePoolsAsync())).ToArray();
        Array.Sort(pools, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        if (arguments.Has("details"))
        {
            await PrintDetailsAsync(shell, pools);
        }
        else if (arguments.Has("uuid") || arguments.Has("name"))
        {
            PrintPlain(shell, arguments, pools);
        }
        else
        {
            await PrintTableAsync(shell, pools);
        }
    }

    private static void PrintPlain(Shell shell, Arguments arguments, StoragePool[] pools)
    {
        foreach (var pool in pools)
        {
            var uuid = arguments.Has("uuid") ? $"{pool.Uuid}{(arguments.Has("name") ? " " : "\n")}" : "";
            shell.Print(uuid + (arguments.Has("name") ? $"{pool.Name,-20}\n" : ""));
        }
    }

    private static async Task PrintTableAsync(Shell shell, StoragePool[] pools)
    {
        var table = new Table("Name", "State", "Autostart");
        foreach (var pool in pools)
        {
            var autostart = await Answers.TryFlagAsync(pool.GetAutostartAsync());
            var active = await Answers.TryFlagAsync(pool.IsActiveAsync());
            table.Add(pool.Name, active == false ? "inactive" : "active", Answers.YesNo(autostart, "no autostart"));
        }

        table.PrintTo(shell);
    }

    private static async Task PrintDetailsAsync(Shell shell, StoragePool[] pools)
    {
        var table = new Table("Name", "State", "Autostart", "Persistent", "Capacity", "Allocation", "Available");
        foreach (var pool in pools)
        {
            var autostart = Answers.YesNo(await Answers.TryFlagAsync(pool.GetAutostartAsync()), "no autostart");
            var persistent = Answers.YesNo(await Answers.TryFlagAsync(pool.IsPersistentAsync()));
            var info = await pool.GetInfoAsync();
            var state = (VirStoragePoolState)info.State;
            var shows = state is VirStoragePoolState.VIR_STORAGE_POOL_RUNNING
                or VirStoragePoolState.VIR_STORAGE_POOL_DEGRADED;
            table.Add(
                pool.Name,
                PoolText.State(state),
                autostart,
                persistent,
                shows ? Units.Pretty(info.Capacity) : "-",
                shows ? Units.Pretty(info.Allocation) : "-",
                shows ? Units.Pretty(info.Available) : "-");
        }

        table.PrintTo(shell);
    }
}
