using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh detach-disk</c>: detach disk device.</summary>
internal static class DetachDiskCommand
{
    internal static Command Definition => new("detach-disk", RunAsync)
    {
        Help = "detach disk device",
        Description = "Detach disk device.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("target", "target of disk device", Completers.DiskTargets),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("print-xml", "print XML document rather than detach the disk"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var (domain, flags) = await DeviceChange.PrepareAsync(shell, arguments);
        var inactive = flags == VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_CONFIG
            ? VIR_DOMAIN_XML_INACTIVE
            : 0;
        var text = await domain.GetXmlDescAsync(inactive);
        var disk = DiskSearch.Find(text, arguments.Needed("target"), onlyRemovable: false);
        var xml = XmlFormat.Format(disk);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await DeviceChange.DetachAsync(domain, xml, flags, arguments).OrFail("Failed to detach disk");
        shell.PrintExtra("Disk detached successfully\n");
    }
}
