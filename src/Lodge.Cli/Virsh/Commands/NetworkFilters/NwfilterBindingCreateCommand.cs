using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-binding-create</c>: create a network filter binding from an XML file.</summary>
internal static class NwfilterBindingCreateCommand
{
    internal static Command Definition => new("nwfilter-binding-create", RunAsync)
    {
        Help = "create a network filter binding from an XML file",
        Description = "Create a new network filter binding.",
        Options =
        [
            Option.File("file containing an XML network filter binding description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirNWFilterBindingCreateFlags.VIR_NWFILTER_BINDING_CREATE_VALIDATE);
        var binding = await shell.Connection.CreateNetworkFilterBindingXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to create network filter from {file}");
        shell.PrintExtra($"Network filter binding on {binding.PortDev} created from {file}\n");
    }
}
