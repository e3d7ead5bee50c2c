namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-commit</c>: commit changes made since iface-begin and free restore point.</summary>
internal static class IfaceCommitCommand
{
    internal static Command Definition => new("iface-commit", NotServed.RunAsync)
    {
        Help = "commit changes made since iface-begin and free restore point",
        Description = "commit changes and free restore point",
    };
}
