using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh detach-device</c>: detach device from an XML file.</summary>
internal static class DetachDeviceCommand
{
    internal static Command Definition => new("detach-device", RunAsync)
    {
        Help = "detach device from an XML file",
        Description = "Detach device from an XML <file>",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.File("XML file"),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var (domain, flags) = await DeviceChange.PrepareAsync(shell, arguments);
        var file = arguments.Needed("file");
        var xml = LocalFile.Read(file);
        await DeviceChange.DetachAsync(domain, xml, flags, arguments).OrFail($"Failed to detach device from {file}");
        shell.PrintExtra("Device detached successfully\n");
    }
}
