namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh capabilities</c>: capabilities.</summary>
internal static class CapabilitiesCommand
{
    internal static Command Definition => new("capabilities", RunAsync)
    {
        Help = "capabilities",
        Description = "Returns capabilities of hypervisor/driver.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var capabilities = await shell.Connection.GetCapabilitiesAsync().OrFail("failed to get capabilities");
        shell.Print(capabilities + "\n");
    }
}
