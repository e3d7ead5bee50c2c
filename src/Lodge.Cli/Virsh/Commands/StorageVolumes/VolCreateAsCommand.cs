using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-create-as</c>: create a volume from a set of args.</summary>
internal static class VolCreateAsCommand
{
    internal static Command Definition => new("vol-create-as", RunAsync)
    {
        Help = "create a volume from a set of args",
        Description = "Create a vol.",
        Options =
        [
            Option.Data("pool", "pool name", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Data("name", "name of the volume"),
            Option.Data("capacity", "size of the vol, as scaled integer (default bytes)"),
            Option.Text("allocation", "initial allocation size, as scaled integer (default bytes)"),
            Option.Text("format", "file format type raw,bochs,qcow,qcow2,qed,vmdk"),
            Option.Text("backing-vol", "the backing volume if taking a snapshot"),
            Option.Text("backing-vol-format", "format of backing volume if taking a snapshot"),
            Option.Flag("prealloc-metadata", "preallocate metadata (for qcow2 instead of full allocation)"),
            Option.Flag("print-xml", "print XML document, but don't define/create"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("prealloc-metadata",
            VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA);
        var pool = await shell.PoolAsync(arguments);
        var name = arguments.Needed("name");
        var xml = await XmlAsync(shell, arguments, pool);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await pool.CreateVolumeXmlAsync(xml, flags).OrFail($"Failed to create vol {name}");
        shell.PrintExtra($"Vol {name} created\n");
    }

    private static async Task<string> XmlAsync(Shell shell, Arguments arguments, StoragePool pool)
    {
        var capacity = VolumeSize.Parse(arguments.Needed("capacity"));
        var allocation = arguments.TextQuiet("allocation") is { } text
            ? $"  <allocation>{VolumeSize.Parse(text)}</allocation>\n"
            : "";
        var target = arguments.Text("format") is { } format
            ? $"  <target>\n    <format type='{format}'/>\n  </target>\n"
            : "";
        return $"<volume>\n  <name>{arguments.Needed("name")}</name>\n  <capacity>{capacity}</capacity>\n"
            + $"{allocation}{target}{await BackingAsync(shell, arguments, pool)}</volume>\n";
    }

    private static async Task<string> BackingAsync(Shell shell, Arguments arguments, StoragePool pool)
    {
        if (arguments.Text("backing-vol") is not { } name)
        {
            return "";
        }

        var (volume, reason) = await shell.VolumeAsync(name, pool);
        if (volume is null)
        {
            throw new CommandFailure($"failed to get vol '{name}'", reason);
        }

        var format = arguments.Text("backing-vol-format") is { } type ? $"    <format type='{type}'/>\n" : "";
        return $"  <backingStore>\n    <path>{await volume.GetPathAsync()}</path>\n{format}  </backingStore>\n";
    }
}
