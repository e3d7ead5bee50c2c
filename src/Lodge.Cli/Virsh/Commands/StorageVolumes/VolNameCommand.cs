namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-name</c>: returns the volume name for a given volume key or path.</summary>
internal static class VolNameCommand
{
    internal static Command Definition => new("vol-name", RunAsync)
    {
        Help = "returns the volume name for a given volume key or path",
        Options =
        [
            Option.Data("vol", "volume key or path"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var volume = await shell.VolumeAsync(arguments, "vol", null);
        shell.Print(volume.Name + "\n");
    }
}
