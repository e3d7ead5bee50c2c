using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-create-from</c>: create a vol, using another volume as input.</summary>
internal static class VolCreateFromCommand
{
    internal static Command Definition => new("vol-create-from", RunAsync)
    {
        Help = "create a vol, using another volume as input",
        Description = "Create a vol from an existing volume.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.File("file containing an XML vol description"),
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Text("inputpool", "pool name or uuid of the input volume's pool", Completers.Pools()),
            Option.Flag("prealloc-metadata", "preallocate metadata (for qcow2 instead of full allocation)"),
            Option.Flag("reflink", "use btrfs COW lightweight copy"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var flags = arguments.Flag("prealloc-metadata",
            VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA)
            | arguments.Flag("reflink", VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK)
            | arguments.Flag("validate", VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE);
        var file = arguments.Needed("file");
        var input = await shell.VolumeAsync(arguments, "vol", "inputpool");
        var volume = await pool.CreateVolumeXmlFromAsync(LocalFile.Read(file), input, flags)
            .OrFail($"Failed to create vol from {file}");
        shell.PrintExtra($"Vol {volume.Name} created from input vol {input.Name}\n");
    }
}
