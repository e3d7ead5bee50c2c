using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh update-device</c>: update device from an XML file.</summary>
internal static class UpdateDeviceCommand
{
    internal static Command Definition => new("update-device", RunAsync)
    {
        Help = "update device from an XML file",
        Description = "Update device from an XML <file>.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.File("XML file"),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("force", "force device update"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var (domain, flags) = await DeviceChange.PrepareAsync(shell, arguments);
        var file = arguments.Needed("file");
        var xml = LocalFile.Read(file);
        flags |= arguments.Flag("force", VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_FORCE);
        await domain.UpdateDeviceFlagsAsync(xml, flags).OrFail($"Failed to update device from {file}");
        shell.PrintExtra("Device updated successfully\n");
    }
}
