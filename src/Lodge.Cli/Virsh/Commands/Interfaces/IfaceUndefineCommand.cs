namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-undefine</c>: undefine a physical host interface (remove it from configuration).</summary>
internal static class IfaceUndefineCommand
{
    internal static Command Definition => new("iface-undefine", NotServed.RunAsync)
    {
        Help = "undefine a physical host interface (remove it from configuration)",
        Description = "undefine an interface.",
        Options =
        [
            Option.Data("interface", "interface name or MAC address", Completers.HostInterfaces()),
        ],
    };
}
