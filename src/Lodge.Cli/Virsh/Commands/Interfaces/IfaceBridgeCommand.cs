namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-bridge</c>: create a bridge device and attach an existing network device to it.</summary>
internal static class IfaceBridgeCommand
{
    internal static Command Definition => new("iface-bridge", NotServed.RunAsync)
    {
        Help = "create a bridge device and attach an existing network device to it",
        Description = "bridge an existing network device",
        Options =
        [
            Option.Data("interface", "existing interface name", Completers.HostInterfaces()),
            Option.Data("bridge", "new bridge device name"),
            Option.Flag("no-stp", "do not enable STP for this bridge"),
            Option.Number("delay", "number of seconds to squelch traffic on newly connected ports"),
            Option.Flag("no-start", "don't start the bridge immediately"),
        ],
    };
}
