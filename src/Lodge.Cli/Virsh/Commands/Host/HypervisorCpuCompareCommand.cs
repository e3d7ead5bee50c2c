using static Lodge.Protocol.Constants.VirConnectCompareCPUFlags;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary>
/// <c>virsh hypervisor-cpu-compare</c>: compare a CPU with the CPU created by a hypervisor on the host.
/// </summary>
internal static class HypervisorCpuCompareCommand
{
    internal static Command Definition => new("hypervisor-cpu-compare", RunAsync)
    {
        Help = "compare a CPU with the CPU created by a hypervisor on the host",
        Description = "compare CPU with hypervisor CPU",
        Options =
        [
            Option.File("file containing an XML CPU description"),
            Option.Text("virttype", "virtualization type (/domain/@type)"),
            Option.Text("emulator", "path to emulator binary (/domain/devices/emulator)"),
            Option.Text("arch", "CPU architecture (/domain/os/type/@arch)"),
            Option.Text("machine", "machine type (/domain/os/type/@machine)"),
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
        var result = await shell.Connection.CompareHypervisorCpuAsync(
                arguments.Text("emulator"), arguments.Text("arch"), arguments.Text("machine"),
                    arguments.Text("virttype"),
                cpus[0], flags)
            .OrFail($"Failed to compare hypervisor CPU with {file}");
        switch ((VirCPUCompareResult)result)
        {
            case VirCPUCompareResult.VIR_CPU_COMPARE_INCOMPATIBLE:
                shell.Print(
                    $"CPU described in {file} is incompatible with the CPU provided by hypervisor on the host\n");
                throw new CommandFailure();
            case VirCPUCompareResult.VIR_CPU_COMPARE_IDENTICAL:
                shell.Print($"CPU described in {file} is identical to the CPU provided by hypervisor on the host\n");
                break;
            case VirCPUCompareResult.VIR_CPU_COMPARE_SUPERSET:
                shell.Print(
                    $"The CPU provided by hypervisor on the host is a superset of CPU described in {file}\n");
                break;
            default:
                throw new CommandFailure($"Failed to compare hypervisor CPU with {file}");
        }
    }
}
