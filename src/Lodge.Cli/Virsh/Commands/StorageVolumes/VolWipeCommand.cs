using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-wipe</c>: wipe a vol.</summary>
internal static class VolWipeCommand
{
    internal static Command Definition => new("vol-wipe", RunAsync)
    {
        Help = "wipe a vol",
        Description = "Ensure data previously on a volume is not accessible to future reads",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Text("algorithm", "perform selected wiping algorithm"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments);
        var name = arguments.Needed("vol");
        var text = arguments.Text("algorithm") ?? "zero";
        var algorithm = Array.IndexOf(Algorithms, text);
        if (algorithm < 0)
        {
            throw new CommandFailure($"Unsupported algorithm '{text}'");
        }

        await volume.WipePatternAsync((VirStorageVolWipeAlgorithm)algorithm).OrFail($"Failed to wipe vol {name}");
        shell.PrintExtra($"Vol {name} wiped\n");
    }

    private static readonly string[] Algorithms =
    [
        "zero", "nnsa", "dod", "bsi", "gutmann", "schneier", "pfitzner7", "pfitzner33", "random", "trim",
    ];
}
