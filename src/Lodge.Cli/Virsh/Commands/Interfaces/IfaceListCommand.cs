namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-list</c>: list physical host interfaces.</summary>
internal static class IfaceListCommand
{
    internal static Command Definition => new("iface-list", NotServed.RunAsync)
    {
        Help = "list physical host interfaces",
        Description = "Returns list of physical host interfaces.",
        Options =
        [
            Option.Flag("inactive", "list inactive interfaces"),
            Option.Flag("all", "list inactive & active interfaces"),
        ],
    };
}
