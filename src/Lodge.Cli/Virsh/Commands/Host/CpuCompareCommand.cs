using static Lodge.Protocol.Constants.VirConnectCompareCPUFlags;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh cpu-compare</c>: compare host CPU with a CPU described by an XML file.</summary>
internal static class CpuCompareCommand
{
    internal static Command Definition => new("cpu-compare", RunAsync)
    {
        Help = "compare host CPU with a CPU described by an XML file",
        Description = "compare CPU with host CPU",
        Options =
        [
            Option.File("file containing an XML CPU description"),
            Option.Flag("error", "report error if CPUs are incompatible"),
            Option.Flag("validate", "validate the XML document against schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("error", VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE)
            | arguments.Flag("validate", VIR_CONNECT_COMPARE_CPU_VALIDATE_XML);
        var file = arguments.Needed("file");
        var cpus = CpuDefinitions.Extract(file);
        switch ((VirCPUCompareResult)await shell.Connection.CompareCpuAsync(cpus[0], flags)
            .OrFail($"Failed to compare host CPU with {file}"))
        {
            case VirCPUCompareResult.VIR_CPU_COMPARE_INCOMPATIBLE:
                shell.Print($"CPU described in {file} is incompatible with host CPU\n");
                throw new CommandFailure();
            case VirCPUCompareResult.VIR_CPU_COMPARE_IDENTICAL:
                shell.Print($"CPU described in {file} is identical to host CPU\n");
                break;
            case VirCPUCompareResult.VIR_CPU_COMPARE_SUPERSET:
                shell.Print($"Host CPU is a superset of CPU described in {file}\n");
                break;
            default:
                throw new CommandFailure($"Failed to compare host CPU with {file}");
        }
    }
}
