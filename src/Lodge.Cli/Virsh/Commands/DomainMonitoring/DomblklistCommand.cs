using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainXMLFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domblklist</c>: list all domain blocks.</summary>
internal static class DomblklistCommand
{
    internal static Command Definition => new("domblklist", RunAsync)
    {
        Help = "list all domain blocks",
        Description = "Get the summary of block devices for a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("inactive", "get inactive rather than running configuration"),
            Option.Flag("details", "additionally display the type and device value"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("inactive", VIR_DOMAIN_XML_INACTIVE);
        var details = arguments.Has("details");
        var xml = await Shell.DomainXmlAsync(await shell.DomainAsync(arguments), flags);
        var table = details ? new Table("Type", "Device", "Target", "Source") : new Table("Target", "Source");
        foreach (var disk in xml.All("devices/disk"))
        {
            var target = disk.Get("target/@dev") ?? throw new CommandFailure("unable to query block list");
            var type = disk.Get("@type") ?? "";
            var source = type == "nvme" ? NvmeSource(disk) : DiskSource.Of(disk) ?? "-";
            if (details)
            {
                table.Add(type, disk.Get("@device") ?? "", target, source);
            }
            else
            {
                table.Add(target, source);
            }
        }

        table.PrintTo(shell);
    }

    private static string NvmeSource(XElement disk)
    {
        if (disk.Get("source/@namespace") is not { } space
            || disk.All("source/address").FirstOrDefault() is not { } address)
        {
            throw new CommandFailure("Unable to query NVMe disk address");
        }

        return $"nvme://{Hex(address, "domain", 4)}:{Hex(address, "bus", 2)}:{Hex(address, "slot", 2)}"
            + $".{Hex(address, "function", 1)}/{space}";
    }

    private static string Hex(XElement address, string part, int digits)
    {
        var text = address.Get("@" + part) ?? "0";
        return text.Replace("0x", "", StringComparison.Ordinal).PadLeft(digits, '0');
    }
}
