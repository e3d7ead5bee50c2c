using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-key</c>: returns the volume key for a given volume name or path.</summary>
internal static class VolKeyCommand
{
    internal static Command Definition => new("vol-key", RunAsync)
    {
        Help = "returns the volume key for a given volume name or path",
        Options =
        [
            Option.Data("vol", "volume name or path", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        shell.Print(volume.Key + "\n");
    }
}
