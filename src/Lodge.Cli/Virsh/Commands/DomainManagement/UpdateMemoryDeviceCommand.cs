using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh update-memory-device</c>: update memory device of a domain.</summary>
internal static class UpdateMemoryDeviceCommand
{
    internal static Command Definition => new("update-memory-device", RunAsync)
    {
        Help = "update memory device of a domain",
        Description = "Update values of a memory device of a domain",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("print-xml", "print updated memory device XML instead of executing the change"),
            Option.Text("alias", "memory device alias"),
            Option.Number("node", "memory device target node"),
            Option.Number("requested-size", "new value of <requested/> size, as scaled integer (default KiB)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("node", "alias");
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var inactive = impact.HasFlag(VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG)
            ? VIR_DOMAIN_XML_INACTIVE
            : 0;
        var device = Find(await Shell.DomainXmlAsync(domain, inactive, keepBlanks: true), arguments);
        if (arguments.Scaled("requested-size", 1024) is { } bytes)
        {
            var requested = device.All("target/requested").FirstOrDefault()
                ?? throw new CommandFailure("virtio-mem device is missing <requested/>");
            requested.Value = $"{(bytes + 1023) / 1024}";
        }

        var xml = XmlFormat.Format(device);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await domain.UpdateDeviceFlagsAsync(xml, (VirDomainDeviceModifyFlags)(uint)impact);
    }

    private static XElement Find(XElement domain, Arguments arguments)
    {
        var alias = arguments.Text("alias");
        var node = arguments.UInt32("node");
        var found = domain.All("devices/memory")
            .Where(device => node is null || device.Get("target/node") == $"{node}")
            .Where(device => alias is null || device.Get("alias/@name") == alias)
            .ToArray();
        return found switch
        {
            [] => throw new CommandFailure("no memory device found"),
            [var device] => device,
            _ => throw new CommandFailure(
                "multiple memory devices found, use --alias or --node to select one"),
        };
    }
}
