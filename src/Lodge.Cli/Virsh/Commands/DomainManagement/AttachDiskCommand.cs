namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh attach-disk</c>: attach disk device.</summary>
internal static class AttachDiskCommand
{
    internal static Command Definition => new("attach-disk", RunAsync)
    {
        Help = "attach disk device",
        Description = "Attach new disk device.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("source", "source of disk device or name of network disk") with { MayBeEmpty = true },
            Option.Data("target", "target of disk device"),
            Option.Text("targetbus", "target bus of disk device"),
            Option.Text("driver", "driver of disk device"),
            Option.Text("subdriver", "subdriver of disk device"),
            Option.Text("iothread", "IOThread to be used by supported device"),
            Option.Text("cache", "cache mode of disk device"),
            Option.Text("io", "io policy of disk device"),
            Option.Text("type", "target device type"),
            Option.Alias("shareable", "mode=shareable"),
            Option.Text("mode", "mode of device reading and writing"),
            Option.Text("sourcetype", "type of source (block|file|network)"),
            Option.Text("serial", "serial of disk device"),
            Option.Text("wwn", "wwn of disk device"),
            Option.Text("alias", "custom alias name of disk device"),
            Option.Flag("rawio", "needs rawio capability"),
            Option.Text("address", "address of disk device"),
            Option.Flag("multifunction", "use multifunction pci under specified address"),
            Option.Flag("print-xml", "print XML document rather than attach the disk"),
            Option.Text("source-protocol", "protocol used by disk device source"),
            Option.Text("source-host-name", "host name for source of disk device"),
            Option.Text("source-host-transport", "host transport for source of disk device"),
            Option.Text("source-host-socket", "host socket for source of disk device"),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        CheckOptions(arguments);
        var (domain, flags) = await DeviceChange.PrepareAsync(shell, arguments);
        var xml = DiskXml.Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await DeviceChange.AttachAsync(domain, xml, flags, arguments).OrFail("Failed to attach disk");
        shell.PrintExtra("Disk attached successfully\n");
    }

    private static void CheckOptions(Arguments arguments)
    {
        arguments.Requires("source-host-name", "source-protocol");
        arguments.Requires("source-host-transport", "source-protocol");
        arguments.Requires("source-host-socket", "source-protocol");
        arguments.Requires("source-host-socket", "source-host-transport");
        arguments.Exclusive("source-host-name", "source-host-socket");
    }
}
