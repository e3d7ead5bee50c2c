namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-pool</c>: returns the storage pool for a given volume key or path.</summary>
internal static class VolPoolCommand
{
    internal static Command Definition => new("vol-pool", RunAsync)
    {
        Help = "returns the storage pool for a given volume key or path",
        Options =
        [
            Option.Data("vol", "volume key or path"),
            Option.Flag("uuid", "return the pool uuid rather than pool name"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments, "vol", null);
        var pool = await volume.LookupPoolAsync().OrFail("failed to get parent pool");
        shell.Print((arguments.Has("uuid") ? $"{pool.Uuid}" : pool.Name) + "\n");
    }
}
