namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-rollback</c>: rollback to previous saved configuration created via iface-begin.</summary>
internal static class IfaceRollbackCommand
{
    internal static Command Definition => new("iface-rollback", NotServed.RunAsync)
    {
        Help = "rollback to previous saved configuration created via iface-begin",
        Description = "rollback to previous restore point",
    };
}
