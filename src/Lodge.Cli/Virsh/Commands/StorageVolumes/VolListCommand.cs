using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-list</c>: list vols.</summary>
internal static class VolListCommand
{
    internal static Command Definition => new("vol-list", RunAsync)
    {
        Help = "list vols",
        Description = "Returns list of vols by pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Flag("details", "display extended details for volumes"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var volumes = (await pool.ListAllVolumesAsync().OrFail("Failed to list volumes")).ToArray();
        Array.Sort(volumes, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        var details = arguments.Has("details");
        var table = details ? new Table("Name", "Path", "Type", "Capacity", "Allocation") : new Table("Name", "Path");
        foreach (var volume in volumes)
        {
            var path = await Answers.TryAsync(volume.GetPathAsync()) ?? "unknown";
            if (details)
            {
                var (type, capacity, allocation) = await VolumeText.InfoAsync(volume, physical: false);
                table.Add(
                    volume.Name, path, VolumeText.Type(type), Units.Pretty(capacity), Units.Pretty(allocation));
            }
            else
            {
                table.Add(volume.Name, path);
            }
        }

        table.PrintTo(shell);
    }
}
