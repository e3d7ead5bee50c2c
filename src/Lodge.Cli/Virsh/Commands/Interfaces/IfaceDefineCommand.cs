using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary>
/// <c>virsh iface-define</c>: define an inactive persistent physical host interface or modify an existing persistent
/// one from an XML file.
/// </summary>
internal static class IfaceDefineCommand
{
    internal static Command Definition => new("iface-define", RunAsync)
    {
        Help =
            "define an inactive persistent physical host interface or modify an existing persistent one "
            + "from an XML file",
        Description = "Define or modify a persistent physical host interface.",
        Options =
        [
            Option.File("file containing an XML interface description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirInterfaceDefineFlags.VIR_INTERFACE_DEFINE_VALIDATE);
        var nic = await shell.Connection.DefineInterfaceXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to define interface from {file}");
        shell.PrintExtra($"Interface {nic.Name} defined from {file}\n");
    }
}
