using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-clone</c>: clone a volume..</summary>
internal static class VolCloneCommand
{
    internal static Command Definition => new("vol-clone", RunAsync)
    {
        Help = "clone a volume.",
        Description = "Clone an existing volume within the parent pool.",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Data("newname", "clone name"),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Flag("prealloc-metadata", "preallocate metadata (for qcow2 instead of full allocation)"),
            Option.Flag("reflink", "use btrfs COW lightweight copy"),
            Option.Flag("print-xml", "print XML document rather than clone the volume"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var original = await shell.VolumeAsync(arguments);
        var flags = arguments.Flag("prealloc-metadata",
            VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA)
            | arguments.Flag("reflink", VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK);
        var pool = await original.LookupPoolAsync().OrFail("failed to get parent pool");
        var document = XmlText.Parse(await original.GetXmlDescAsync(), "Failed to allocate XML buffer",
            keepBlanks: true);
        document.SetElementValue("name", arguments.Needed("newname"));
        var xml = XmlFormat.Format(document);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        var clone = await pool.CreateVolumeXmlFromAsync(xml, original, flags)
            .OrFail($"Failed to clone vol from {original.Name}");
        shell.PrintExtra($"Vol {clone.Name} cloned from {original.Name}\n");
    }
}
