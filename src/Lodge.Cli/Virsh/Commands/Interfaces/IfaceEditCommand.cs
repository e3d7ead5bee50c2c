namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-edit</c>: edit XML configuration for a physical host interface.</summary>
internal static class IfaceEditCommand
{
    internal static Command Definition => new("iface-edit", NotServed.RunAsync)
    {
        Help = "edit XML configuration for a physical host interface",
        Description = "Edit the XML configuration for a physical host interface.",
        Options =
        [
            Option.Data("interface", "interface name or MAC address", Completers.HostInterfaces()),
        ],
    };
}
