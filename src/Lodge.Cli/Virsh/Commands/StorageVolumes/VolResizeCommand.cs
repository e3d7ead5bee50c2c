using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;
using static Lodge.Protocol.Constants.VirStorageVolResizeFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-resize</c>: resize a vol.</summary>
internal static class VolResizeCommand
{
    internal static Command Definition => new("vol-resize", RunAsync)
    {
        Help = "resize a vol",
        Description =
            "Resizes a storage volume. This is safe only for storage volumes not in use by an active "
            + "guest.\nSee blockresize for live resizing.",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Data("capacity", "new capacity for the vol, as scaled integer (default bytes)"),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Flag("allocate", "allocate the new capacity, rather than leaving it sparse"),
            Option.Flag("delta", "use capacity as a delta to current size, rather than the new size"),
            Option.Flag("shrink", "allow the resize to shrink the volume"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var delta = arguments.Has("delta");
        var flags = arguments.Flag("allocate", VIR_STORAGE_VOL_RESIZE_ALLOCATE)
            | arguments.Flag("shrink", VIR_STORAGE_VOL_RESIZE_SHRINK);
        var volume = await shell.VolumeAsync(arguments);
        var text = arguments.Needed("capacity").TrimStart(' ', '\t', '\n');
        if (text.StartsWith('-'))
        {
            if (!arguments.Has("shrink"))
            {
                throw new CommandFailure("negative size requires --shrink");
            }

            text = text[1..];
            delta = true;
        }

        var size = VolumeSize.Parse(text);
        await volume.ResizeAsync(size, flags | (delta ? VIR_STORAGE_VOL_RESIZE_DELTA : 0))
            .OrFail($"Failed to change size of volume '{volume.Name}' {(delta ? "by" : "to")} {text}");
        shell.PrintExtra($"Size of volume '{volume.Name}' successfully changed {(delta ? "by" : "to")} {text}\n");
    }
}
