namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh vcpucount</c>: domain vcpu counts.</summary>
internal static class VcpucountCommand
{
    internal static Command Definition => new("vcpucount", RunAsync)
    {
        Help = "domain vcpu counts",
        Description = "Returns the number of virtual CPUs used by the domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("maximum", "get maximum count of vcpus"),
            Option.Flag("active", "get number of currently active vcpus"),
            Option.Flag("live", "get value from running domain"),
            Option.Flag("config", "get value to be used on next boot"),
            Option.Flag("current", "get value according to current domain state"),
            Option.Flag("guest", "retrieve vcpu count from the guest instead of the hypervisor"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await VcpuCounts.RunAsync(shell, arguments);
    }
}
