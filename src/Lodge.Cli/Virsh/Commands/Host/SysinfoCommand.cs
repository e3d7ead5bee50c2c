namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh sysinfo</c>: print the hypervisor sysinfo.</summary>
internal static class SysinfoCommand
{
    internal static Command Definition => new("sysinfo", RunAsync)
    {
        Help = "print the hypervisor sysinfo",
        Description = "output an XML string for the hypervisor sysinfo, if available",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        shell.Print(await shell.Connection.GetSysinfoAsync().OrFail("failed to get sysinfo"));
    }
}
