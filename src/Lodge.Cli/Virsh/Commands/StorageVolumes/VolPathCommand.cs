using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-path</c>: returns the volume path for a given volume name or key.</summary>
internal static class VolPathCommand
{
    internal static Command Definition => new("vol-path", RunAsync)
    {
        Help = "returns the volume path for a given volume name or key",
        Options =
        [
            Option.Data("vol", "volume name or key", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        shell.Print(await volume.GetPathAsync() + "\n");
    }
}
