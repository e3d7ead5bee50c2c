namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary>
/// <c>virsh iface-begin</c>: create a snapshot of current interfaces settings, which can be later committed
/// (iface-commit) or restored (iface-rollback).
/// </summary>
internal static class IfaceBeginCommand
{
    internal static Command Definition => new("iface-begin", RunAsync)
    {
        Help =
            "create a snapshot of current interfaces settings, which can be later committed (iface-commit) "
            + "or restored (iface-rollback)",
        Description = "Create a restore point for interfaces settings",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await shell.Connection.InterfaceChangeBeginAsync().OrFail("Failed to begin network config change transaction");
        shell.PrintExtra("Network config change transaction started\n");
    }
}
