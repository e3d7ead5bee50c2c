using System.Runtime.InteropServices;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Launcher;

/// <summary>A process to be, with all that is set before its program starts.</summary>
public sealed record LaunchPlan
{
    /// <summary>The program, arguments, environment and open files.</summary>
    public required QemuCommand Command { get; init; }

    /// <summary>Where what it prints goes (its descriptors 1 and 2).</summary>
    public required SafeHandle Output { get; init; }

    /// <summary>The user to become; null to stay who we are.</summary>
    public uint? Uid { get; init; }

    /// <summary>The group to become; null to stay who we are.</summary>
    public uint? Gid { get; init; }

    /// <summary>The further groups to be in; only looked at where <see cref="Gid"/> is given.</summary>
    public IReadOnlyList<uint> Groups { get; init; } = [];

    /// <summary>Which bits the files it makes never have.</summary>
    public uint Umask { get; init; } = 0x2;

    /// <summary>
    /// Whether to give up every capability for good, also as root (libvirt's <c>clear_emulator_capabilities</c>).
    /// </summary>
    public bool ClearCapabilities { get; init; } = true;

    /// <summary>The <c>cgroup.procs</c> files of the groups to enter.</summary>
    public IReadOnlyList<string> Cgroups { get; init; } = [];

    /// <summary>
    /// How willingly the kernel kills it when memory is short (<c>oom_score_adj</c>); null to leave it.
    /// </summary>
    public int? OomScoreAdjust { get; init; }

    /// <summary>The label of SELinux to run with; null for what the policy says.</summary>
    public string? SecurityContext { get; init; }

    /// <summary>Whether not to start where that label is refused.</summary>
    public bool MustHaveContext { get; init; }

    /// <summary>Limits to set.</summary>
    public IReadOnlyList<ResourceLimit> Limits { get; init; } = [];
}
