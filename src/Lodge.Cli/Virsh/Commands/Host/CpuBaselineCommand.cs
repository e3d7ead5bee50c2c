using static Lodge.Protocol.Constants.VirConnectBaselineCPUFlags;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh cpu-baseline</c>: compute baseline CPU.</summary>
internal static class CpuBaselineCommand
{
    internal static Command Definition => new("cpu-baseline", RunAsync)
    {
        Help = "compute baseline CPU",
        Description = "Compute baseline CPU for a set of given CPUs.",
        Options =
        [
            Option.File("file containing XML CPU descriptions"),
            Option.Flag("features", "Show features that are part of the CPU model type"),
            Option.Flag("migratable", "Do not include features that block migration"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("features", VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES)
            | arguments.Flag("migratable", VIR_CONNECT_BASELINE_CPU_MIGRATABLE);
        var cpus = CpuDefinitions.Extract(arguments.Needed("file"));
        shell.Print(await shell.Connection.BaselineCpuAsync(cpus, flags));
    }
}
