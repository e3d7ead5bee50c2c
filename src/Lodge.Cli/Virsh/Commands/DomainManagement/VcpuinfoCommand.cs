namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh vcpuinfo</c>: detailed domain vcpu information.</summary>
internal static class VcpuinfoCommand
{
    internal static Command Definition => new("vcpuinfo", RunAsync)
    {
        Help = "detailed domain vcpu information",
        Description = "Returns basic information about the domain virtual CPUs.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("pretty", "return human readable output"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await VcpuReport.RunAsync(shell, arguments);
    }
}
