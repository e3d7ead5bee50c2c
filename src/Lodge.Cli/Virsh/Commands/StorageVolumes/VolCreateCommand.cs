using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-create</c>: create a vol from an XML file.</summary>
internal static class VolCreateCommand
{
    internal static Command Definition => new("vol-create", RunAsync)
    {
        Help = "create a vol from an XML file",
        Description = "Create a vol.",
        Options =
        [
            Option.Data("pool", "pool name", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.File("file containing an XML vol description"),
            Option.Flag("prealloc-metadata", "preallocate metadata (for qcow2 instead of full allocation)"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("prealloc-metadata",
            VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA)
            | arguments.Flag("validate", VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE);
        var pool = await shell.PoolAsync(arguments);
        var file = arguments.Needed("file");
        var volume = await pool.CreateVolumeXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to create vol from {file}");
        shell.PrintExtra($"Vol {volume.Name} created from {file}\n");
    }
}
