namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh domcapabilities</c>: domain capabilities.</summary>
internal static class DomcapabilitiesCommand
{
    internal static Command Definition => new("domcapabilities", RunAsync)
    {
        Help = "domain capabilities",
        Description = "Returns capabilities of emulator with respect to host and libvirt.",
        Options =
        [
            Option.Text("virttype", "virtualization type (/domain/@type)"),
            Option.Text("emulatorbin", "path to emulator binary (/domain/devices/emulator)"),
            Option.Text("arch", "domain architecture (/domain/os/type/@arch)"),
            Option.Text("machine", "machine type (/domain/os/type/@machine)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var capabilities = await shell.Connection.GetDomainCapabilitiesAsync(
                arguments.Text("emulatorbin"), arguments.Text("arch"), arguments.Text("machine"),
                    arguments.Text("virttype"))
            .OrFail("failed to get emulator capabilities");
        shell.Print(capabilities + "\n");
    }
}
