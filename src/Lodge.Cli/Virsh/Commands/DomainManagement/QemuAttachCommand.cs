namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh qemu-attach</c>: QEMU Attach.</summary>
internal static class QemuAttachCommand
{
    internal static Command Definition => new("qemu-attach", RunAsync)
    {
        Help = "QEMU Attach",
        Description = "QEMU Attach",
        Options =
        [
            Option.Data("pid", "pid"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pid = arguments.UInt32("pid") ?? 0;
        var domain = await shell.Connection.QemuAttachAsync(pid).OrFail($"Failed to attach to pid {pid}");
        shell.PrintExtra($"Domain '{domain.Name}' attached to pid {pid}\n");
    }
}
