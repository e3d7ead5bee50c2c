using static Lodge.Protocol.Constants.VirDomainVcpuFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh setvcpus</c>: change number of virtual CPUs.</summary>
internal static class SetvcpusCommand
{
    internal static Command Definition => new("setvcpus", RunAsync)
    {
        Help = "change number of virtual CPUs",
        Description = "Change the number of virtual CPUs in the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("count", "number of virtual CPUs") with { Required = true },
            Option.Flag("maximum", "set maximum limit on next boot"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
            Option.Flag("guest", "modify cpu state in the guest"),
            Option.Flag("hotpluggable", "make added vcpus hot(un)pluggable"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("current", "live");
        arguments.Exclusive("current", "config");
        arguments.Exclusive("guest", "config");
        arguments.Requires("maximum", "config");
        var flags = arguments.Flag("config", VIR_DOMAIN_VCPU_CONFIG)
            | arguments.Flag("live", VIR_DOMAIN_VCPU_LIVE)
            | arguments.Flag("guest", VIR_DOMAIN_VCPU_GUEST)
            | arguments.Flag("maximum", VIR_DOMAIN_VCPU_MAXIMUM)
            | arguments.Flag("hotpluggable", VIR_DOMAIN_VCPU_HOTPLUGGABLE);
        var domain = await shell.DomainAsync(arguments);
        var count = arguments.UInt32("count") ?? 0;
        if (count == 0)
        {
            throw new CommandFailure("Can't set 0 processors for a VM");
        }

        if (flags == 0 && !arguments.Has("current"))
        {
            await domain.SetVcpusAsync(count);
        }
        else
        {
            await domain.SetVcpusFlagsAsync(count, flags);
        }
    }
}
