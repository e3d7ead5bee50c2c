using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-delete</c>: delete a vol.</summary>
internal static class VolDeleteCommand
{
    internal static Command Definition => new("vol-delete", RunAsync)
    {
        Help = "delete a vol",
        Description = "Delete a given vol.",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Flag("delete-snapshots",
                "delete snapshots associated with volume (must be supported by storage driver)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        var name = arguments.Needed("vol");
        var flags = arguments.Flag("delete-snapshots", VirStorageVolDeleteFlags.VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS);
        await volume.DeleteAsync(flags).OrFail($"Failed to delete vol {name}");
        shell.PrintExtra($"Vol {name} deleted\n");
    }
}
