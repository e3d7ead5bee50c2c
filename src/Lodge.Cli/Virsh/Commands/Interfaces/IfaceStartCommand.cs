using static Lodge.Protocol.Constants.VirConnectListAllInterfacesFlags;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-start</c>: start a physical host interface (enable it / "if-up").</summary>
internal static class IfaceStartCommand
{
    internal static Command Definition => new("iface-start", NotServed.RunAsync)
    {
        Help = "start a physical host interface (enable it / \"if-up\")",
        Description = "start a physical host interface.",
        Options =
        [
            Option.Data("interface",
                "interface name or MAC address", Completers.HostInterfaces(VIR_CONNECT_LIST_INTERFACES_INACTIVE)),
        ],
    };
}
