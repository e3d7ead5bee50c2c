namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-rollback</c>: rollback to previous saved configuration created via iface-begin.</summary>
internal static class IfaceRollbackCommand
{
    internal static Command Definition => new("iface-rollback", RunAsync)
    {
        Help = "rollback to previous saved configuration created via iface-begin",
        Description = "rollback to previous restore point",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await shell.Connection.InterfaceChangeRollbackAsync()
            .OrFail("Failed to rollback network config change transaction");
        shell.PrintExtra("Network config change transaction rolled back\n");
    }
}
