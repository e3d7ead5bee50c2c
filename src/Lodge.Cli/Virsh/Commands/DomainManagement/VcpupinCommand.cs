namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh vcpupin</c>: control or query domain vcpu affinity.</summary>
internal static class VcpupinCommand
{
    internal static Command Definition => new("vcpupin", RunAsync)
    {
        Help = "control or query domain vcpu affinity",
        Description = "Pin domain VCPUs to host physical CPUs.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("vcpu", "vcpu number"),
            Option.Text("cpulist", "host cpu number(s) to set, or omit option to query") with { MayBeEmpty = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await VcpuPinning.RunAsync(shell, arguments);
    }
}
