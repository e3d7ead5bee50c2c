namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh change-media</c>: Change media of CD or floppy drive.</summary>
internal static class ChangeMediaCommand
{
    internal static Command Definition => new("change-media", RunAsync)
    {
        Help = "Change media of CD or floppy drive",
        Description = "Change media of CD or floppy drive.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("path", "Fully-qualified path or target of disk device", Completers.DiskTargets),
            Option.Text("source", "source of the media"),
            Option.Flag("eject", "Eject the media"),
            Option.Flag("insert", "Insert the media"),
            Option.Flag("update", "Update the media"),
            Option.Flag("current",
                "can be either or both of --live and --config, depends on implementation hypervisor driver"),
            Option.Flag("live", "alter live configuration of running domain"),
            Option.Flag("config", "alter persistent configuration, effect observed on next boot"),
            Option.Flag("force", "force media changing"),
            Option.Flag("print-xml", "print XML document rather than change media"),
            Option.Flag("block", "source media is a block device"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await MediaChange.RunAsync(shell, arguments);
    }
}
