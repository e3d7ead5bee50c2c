using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh save</c>: save a domain state to a file.</summary>
internal static class SaveCommand
{
    internal static Command Definition => new("save", RunAsync)
    {
        Help = "save a domain state to a file",
        Description = "Save the RAM state of a running domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("file", "where to save the data"),
            Option.Flag("bypass-cache", "avoid file system cache when saving"),
            Option.Text("xml", "filename containing updated XML for the target", Completers.Files),
            Option.Flag("running", "set domain to be running on restore"),
            Option.Flag("paused", "set domain to be paused on restore"),
            Option.Flag("verbose", "display the progress of save"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var file = arguments.Needed("file");
        var flags = SavedState.Flags(arguments);
        var xml = arguments.Text("xml") is { } xmlFile ? LocalFile.Read(xmlFile) : null;
        await JobWatch.RunAsync(
            shell,
            domain,
            "Save",
            arguments.Has("verbose"),
            () => (flags == 0 && xml is null ? domain.SaveAsync(file) : domain.SaveFlagsAsync(file, xml, flags))
                .OrFail($"Failed to save domain '{name}' to {file}"));
        shell.PrintExtra($"\nDomain '{name}' saved to {file}\n");
    }
}
