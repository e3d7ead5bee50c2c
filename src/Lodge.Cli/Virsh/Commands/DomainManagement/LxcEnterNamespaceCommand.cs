using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh lxc-enter-namespace</c>: LXC Guest Enter Namespace.</summary>
internal static class LxcEnterNamespaceCommand
{
    internal static Command Definition => new("lxc-enter-namespace", RunAsync)
    {
        Help = "LXC Guest Enter Namespace",
        Description = "Run an arbitrary command in a lxc guest namespace; use at your own risk",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("noseclabel", "Do not change process security label"),
            Option.Rest("cmd", "command to run") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        _ = await shell.DomainAsync(arguments);

        // Only libvirt's driver for containers has the call, and no QEMU connection leads to it.
        throw new VirException(
            VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_NONE, "virDomainLxcOpenNamespace");
    }
}
