using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domblkinfo</c>: domain block device size information.</summary>
internal static class DomblkinfoCommand
{
    internal static Command Definition => new("domblkinfo", RunAsync)
    {
        Help = "domain block device size information",
        Description = "Get block device size info for a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("device", "block device", Completers.DiskTargets),
            Option.Flag("human", "Human readable output"),
            Option.Flag("all", "display all block devices info"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "device");
        var domain = await shell.DomainAsync(arguments);
        var human = arguments.Has("human");
        if (arguments.Has("all"))
        {
            await PrintAllAsync(shell, domain, human);
            return;
        }

        var device = arguments.TextQuiet("device")
            ?? throw new CommandFailure("command 'domblkinfo' requires <device> option");
        var info = await domain.GetBlockInfoAsync(device);
        shell.PrintField("Capacity:", Size(info, info.Capacity, human));
        shell.PrintField("Allocation:", Size(info, info.Allocation, human));
        shell.PrintField("Physical:", Size(info, info.Physical, human));
    }

    private static async Task PrintAllAsync(Shell shell, Domain domain, bool human)
    {
        var isActive = await domain.IsActiveAsync();
        var xml = await Shell.DomainXmlAsync(domain);
        var table = new Table("Target", "Capacity", "Allocation", "Physical");
        foreach (var disk in xml.All("devices/disk"))
        {
            var target = disk.Get("target/@dev") ?? "";
            var info = disk.Element("source") is { } source
                ? await InfoAsync(domain, target, isRemoteAndOff: !isActive && source.Attribute("protocol") is not null)
                : default;
            table.Add(
                target,
                Size(info, info.Capacity, human),
                Size(info, info.Allocation, human),
                Size(info, info.Physical, human));
        }

        table.PrintTo(shell);
    }

    private static async Task<DomainGetBlockInfoRet> InfoAsync(Domain domain, string target, bool isRemoteAndOff)
    {
        try
        {
            return await domain.GetBlockInfoAsync(target);
        }
        catch (VirException error) when (isRemoteAndOff && error.Code == VirErrorNumber.VIR_ERR_INTERNAL_ERROR
            && error.Domain == VirErrorDomain.VIR_FROM_STORAGE)
        {
            return default;
        }
    }

    private static string Size(DomainGetBlockInfoRet info, ulong size, bool human)
    {
        if (info is { Capacity: 0, Allocation: 0, Physical: 0 })
        {
            return "-";
        }

        return human ? Units.Exact(size) : $"{size}";
    }
}
