namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-commit</c>: commit changes made since iface-begin and free restore point.</summary>
internal static class IfaceCommitCommand
{
    internal static Command Definition => new("iface-commit", RunAsync)
    {
        Help = "commit changes made since iface-begin and free restore point",
        Description = "commit changes and free restore point",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await shell.Connection.InterfaceChangeCommitAsync()
            .OrFail("Failed to commit network config change transaction");
        shell.PrintExtra("Network config change transaction committed\n");
    }
}
