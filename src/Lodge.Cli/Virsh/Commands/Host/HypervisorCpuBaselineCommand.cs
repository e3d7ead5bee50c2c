using static Lodge.Protocol.Constants.VirConnectBaselineCPUFlags;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh hypervisor-cpu-baseline</c>: compute baseline CPU usable by a specific hypervisor.</summary>
internal static class HypervisorCpuBaselineCommand
{
    internal static Command Definition => new("hypervisor-cpu-baseline", RunAsync)
    {
        Help = "compute baseline CPU usable by a specific hypervisor",
        Description =
            "Compute baseline CPU for a set of given CPUs. The result will be tailored to the specified "
            + "hypervisor.",
        Options =
        [
            Option.Text("file", "file containing XML CPU descriptions", Completers.Files),
            Option.Text("virttype", "virtualization type (/domain/@type)"),
            Option.Text("emulator", "path to emulator binary (/domain/devices/emulator)"),
            Option.Text("arch", "CPU architecture (/domain/os/type/@arch)"),
            Option.Text("machine", "machine type (/domain/os/type/@machine)"),
            Option.Flag("features", "Show features that are part of the CPU model type"),
            Option.Flag("migratable", "Do not include features that block migration"),
            Option.Text("model",
                "Shortcut for calling the command with a single CPU model and no additional features"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("features", VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES)
            | arguments.Flag("migratable", VIR_CONNECT_BASELINE_CPU_MIGRATABLE);
        arguments.Alternative("file", "model");
        var cpus = arguments.Text("file") is { } file
            ? CpuDefinitions.Extract(file)
            : [$"<cpu><model>{arguments.Needed("model")}</model></cpu>"];
        shell.Print(await shell.Connection.BaselineHypervisorCpuAsync(
            arguments.Text("emulator"), arguments.Text("arch"), arguments.Text("machine"), arguments.Text("virttype"),
            cpus, flags));
    }
}
