namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-unbridge</c>: undefine a bridge device after detaching its device(s).</summary>
internal static class IfaceUnbridgeCommand
{
    internal static Command Definition => new("iface-unbridge", NotServed.RunAsync)
    {
        Help = "undefine a bridge device after detaching its device(s)",
        Description = "unbridge a network device",
        Options =
        [
            Option.Data("bridge", "current bridge device name"),
            Option.Flag("no-start", "don't start the detached interface immediately (not recommended)"),
        ],
    };
}
