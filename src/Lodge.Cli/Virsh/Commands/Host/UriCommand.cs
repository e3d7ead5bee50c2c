namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh uri</c>: print the hypervisor canonical URI.</summary>
internal static class UriCommand
{
    internal static Command Definition => new("uri", RunAsync)
    {
        Help = "print the hypervisor canonical URI",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var uri = await shell.Connection.GetUriAsync().OrFail("failed to get URI");
        shell.Print(uri + "\n");
    }
}
