namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary><c>virsh nodedev-detach</c>: detach node device from its device driver.</summary>
internal static class NodedevDetachCommand
{
    internal static Command Definition => new("nodedev-detach", NotServed.RunAsync)
    {
        Help = "detach node device from its device driver",
        Description = "Detach node device from its device driver before assigning to a domain.",
        Options =
        [
            Option.Data("device", "device key", Completers.NodeDevices),
            Option.Text("driver", "pci device assignment backend driver (e.g. 'vfio' or 'xen')"),
        ],
    };
}
