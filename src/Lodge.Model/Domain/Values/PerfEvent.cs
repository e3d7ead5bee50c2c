using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The counters of a domain.</summary>
public enum PerfEvent
{
    /// <summary><c>cmt</c>.</summary>
    Cmt,

    /// <summary><c>mbmt</c>.</summary>
    Mbmt,

    /// <summary><c>mbml</c>.</summary>
    Mbml,

    /// <summary><c>cpu_cycles</c>.</summary>
    CpuCycles,

    /// <summary><c>instructions</c>.</summary>
    Instructions,

    /// <summary><c>cache_references</c>.</summary>
    CacheReferences,

    /// <summary><c>cache_misses</c>.</summary>
    CacheMisses,

    /// <summary><c>branch_instructions</c>.</summary>
    BranchInstructions,

    /// <summary><c>branch_misses</c>.</summary>
    BranchMisses,

    /// <summary><c>bus_cycles</c>.</summary>
    BusCycles,

    /// <summary><c>stalled_cycles_frontend</c>.</summary>
    StalledCyclesFrontend,

    /// <summary><c>stalled_cycles_backend</c>.</summary>
    StalledCyclesBackend,

    /// <summary><c>ref_cpu_cycles</c>.</summary>
    RefCpuCycles,

    /// <summary><c>cpu_clock</c>.</summary>
    CpuClock,

    /// <summary><c>task_clock</c>.</summary>
    TaskClock,

    /// <summary><c>page_faults</c>.</summary>
    PageFaults,

    /// <summary><c>context_switches</c>.</summary>
    ContextSwitches,

    /// <summary><c>cpu_migrations</c>.</summary>
    CpuMigrations,

    /// <summary><c>page_faults_min</c>.</summary>
    PageFaultsMin,

    /// <summary><c>page_faults_maj</c>.</summary>
    PageFaultsMaj,

    /// <summary><c>alignment_faults</c>.</summary>
    AlignmentFaults,

    /// <summary><c>emulation_faults</c>.</summary>
    EmulationFaults,
}

/// <summary>The words of <see cref="PerfEvent"/>.</summary>
public static class PerfEventNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PerfEvent> Table { get; } = new(
        "cmt", "mbmt", "mbml", "cpu_cycles", "instructions", "cache_references", "cache_misses",
        "branch_instructions", "branch_misses", "bus_cycles", "stalled_cycles_frontend", "stalled_cycles_backend",
        "ref_cpu_cycles", "cpu_clock", "task_clock", "page_faults", "context_switches", "cpu_migrations",
        "page_faults_min", "page_faults_maj", "alignment_faults", "emulation_faults");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PerfEvent value) => Table[value];
}
