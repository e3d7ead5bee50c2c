namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh hostname</c>: print the hypervisor hostname.</summary>
internal static class HostnameCommand
{
    internal static Command Definition => new("hostname", RunAsync)
    {
        Help = "print the hypervisor hostname",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var hostname = await shell.Connection.GetHostnameAsync().OrFail("failed to get hostname");
        shell.Print(hostname + "\n");
    }
}
