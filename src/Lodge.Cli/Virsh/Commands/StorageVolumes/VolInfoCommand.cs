using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-info</c>: storage vol information.</summary>
internal static class VolInfoCommand
{
    internal static Command Definition => new("vol-info", RunAsync)
    {
        Help = "storage vol information",
        Description = "Returns basic information about the storage vol.",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Flag("bytes", "sizes are represented in bytes rather than pretty units"),
            Option.Flag("physical", "return the physical size of the volume in allocation field"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        shell.PrintField("Name:", volume.Name);
        var physical = arguments.Has("physical");
        var (type, capacity, allocation) = await VolumeText.InfoAsync(volume, physical);
        shell.PrintField("Type:", VolumeText.Type(type));
        var bytes = arguments.Has("bytes");
        shell.PrintField("Capacity:", bytes ? $"{capacity} bytes" : Units.Pretty(capacity));
        shell.PrintField(
            physical ? "Physical:" : "Allocation:", bytes ? $"{allocation} bytes" : Units.Pretty(allocation));
    }
}
