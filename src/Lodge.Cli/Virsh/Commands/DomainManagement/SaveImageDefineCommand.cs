using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh save-image-define</c>: redefine the XML for a domain's saved state file.</summary>
internal static class SaveImageDefineCommand
{
    internal static Command Definition => new("save-image-define", RunAsync)
    {
        Help = "redefine the XML for a domain's saved state file",
        Description = "Replace the domain XML associated with a saved state file",
        Options =
        [
            Option.Data("file", "saved state file to modify"),
            Option.Data("xml", "filename containing updated XML for the target", Completers.Files),
            Option.Flag("running", "set domain to be running on restore"),
            Option.Flag("paused", "set domain to be paused on restore"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var xml = LocalFile.Read(arguments.Needed("xml"));
        await shell.Connection.DomainSaveImageDefineXmlAsync(file, xml, SavedState.Flags(arguments))
            .OrFail($"Failed to update {file}");
        shell.PrintExtra($"State file {file} updated.\n");
    }
}
