namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary>The commands that virsh lists under "Host and Hypervisor".</summary>
internal static class HostCommands
{
    internal static readonly CommandGroup Group = new("Host and Hypervisor", "host",
    [
        new("allocpages", static () => AllocpagesCommand.Definition),
        new("capabilities", static () => CapabilitiesCommand.Definition),
        new("cpu-baseline", static () => CpuBaselineCommand.Definition),
        new("cpu-compare", static () => CpuCompareCommand.Definition),
        new("cpu-models", static () => CpuModelsCommand.Definition),
        new("domcapabilities", static () => DomcapabilitiesCommand.Definition),
        new("freecell", static () => FreecellCommand.Definition),
        new("freepages", static () => FreepagesCommand.Definition),
        new("hostname", static () => HostnameCommand.Definition),
        new("hypervisor-cpu-baseline", static () => HypervisorCpuBaselineCommand.Definition),
        new("hypervisor-cpu-compare", static () => HypervisorCpuCompareCommand.Definition),
        new("maxvcpus", static () => MaxvcpusCommand.Definition),
        new("node-memory-tune", static () => NodeMemoryTuneCommand.Definition),
        new("nodecpumap", static () => NodecpumapCommand.Definition),
        new("nodecpustats", static () => NodecpustatsCommand.Definition),
        new("nodeinfo", static () => NodeinfoCommand.Definition),
        new("nodememstats", static () => NodememstatsCommand.Definition),
        new("nodesevinfo", static () => NodesevinfoCommand.Definition),
        new("nodesuspend", static () => NodesuspendCommand.Definition),
        new("sysinfo", static () => SysinfoCommand.Definition),
        new("uri", static () => UriCommand.Definition),
        new("version", static () => VersionCommand.Definition),
    ]);
}
