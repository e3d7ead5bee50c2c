using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh restore</c>: restore a domain from a saved state in a file.</summary>
internal static class RestoreCommand
{
    internal static Command Definition => new("restore", RunAsync)
    {
        Help = "restore a domain from a saved state in a file",
        Description = "Restore a domain.",
        Options =
        [
            Option.Data("file", "the state to restore"),
            Option.Flag("bypass-cache", "avoid file system cache when restoring"),
            Option.Text("xml", "filename containing updated XML for the target", Completers.Files),
            Option.Flag("running", "restore domain into running state"),
            Option.Flag("paused", "restore domain into paused state"),
            Option.Flag("reset-nvram", "re-initialize NVRAM from its pristine template"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var xml = arguments.Text("xml") is { } xmlFile ? LocalFile.Read(xmlFile) : null;
        var flags = SavedState.Flags(arguments);
        var call = flags == 0 && xml is null
            ? shell.Connection.RestoreDomainAsync(file)
            : shell.Connection.RestoreDomainFlagsAsync(file, xml, flags);
        await call.OrFail($"Failed to restore domain from {file}");
        shell.PrintExtra($"Domain restored from {file}\n");
    }
}
