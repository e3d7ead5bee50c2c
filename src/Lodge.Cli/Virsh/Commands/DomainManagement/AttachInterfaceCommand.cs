namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh attach-interface</c>: attach network interface.</summary>
internal static class AttachInterfaceCommand
{
    internal static Command Definition => new("attach-interface", RunAsync)
    {
        Help = "attach network interface",
        Description = "Attach new network interface.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("type", "network interface type"),
            Option.Data("source", "source of network interface"),
            Option.Text("target", "target network name"),
            Option.Text("mac", "MAC address"),
            Option.Text("script", "script used to bridge network interface"),
            Option.Text("model", "model type"),
            Option.Text("alias", "custom alias name of interface device"),
            Option.Text("inbound", "control domain's incoming traffics"),
            Option.Text("outbound", "control domain's outgoing traffics"),
            Option.Flag("persistent", "make live change persistent"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("print-xml", "print XML document rather than attach the interface"),
            Option.Flag("managed", "libvirt will automatically detach/attach the device from/to host"),
            Option.Text("source-mode", "mode attribute of <source/> element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var (domain, flags) = await DeviceChange.PrepareAsync(shell, arguments);
        var xml = InterfaceXml.Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await DeviceChange.AttachAsync(domain, xml, flags, arguments).OrFail("Failed to attach interface");
        shell.PrintExtra("Interface attached successfully\n");
    }
}
