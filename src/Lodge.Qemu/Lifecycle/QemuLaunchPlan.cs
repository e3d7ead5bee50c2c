using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Launcher;

namespace Lodge.Qemu.Lifecycle;

/// <summary>A QEMU to be started.</summary>
/// <remarks>
/// QEMU must be told to listen with its monitor on a socket that is already there: make it with
/// <see cref="MonitorSocket.Listen"/>, pass it to the command, and name its number in
/// <c>-chardev socket,id=charmonitor,fd=N,server=on,wait=off</c>.
/// </remarks>
public sealed record QemuLaunchPlan
{
    /// <summary>The guest's name, for the log.</summary>
    public required string Name { get; init; }

    /// <summary>QEMU's command line. Its files are closed here as soon as QEMU has them.</summary>
    public required QemuCommand Command { get; init; }

    /// <summary>The path that the monitor's socket listens under.</summary>
    public required string MonitorPath { get; init; }

    /// <summary>The file that everything QEMU prints is appended to.</summary>
    public required string LogPath { get; init; }

    /// <summary>The user to run as; null for the daemon's own.</summary>
    public uint? Uid { get; init; }

    /// <summary>The group to run as; null for the daemon's own.</summary>
    public uint? Gid { get; init; }

    /// <summary>The further groups to run with.</summary>
    public IReadOnlyList<uint> Groups { get; init; } = [];

    /// <summary>The <c>cgroup.procs</c> files of the groups to run in.</summary>
    public IReadOnlyList<string> Cgroups { get; init; } = [];

    /// <summary>How willingly the kernel kills it when memory is short; null to leave it.</summary>
    public int? OomScoreAdjust { get; init; }

    /// <summary>The label of SELinux to run with; null for what the policy says.</summary>
    public string? SecurityContext { get; init; }

    /// <summary>Whether not to start where that label is refused.</summary>
    public bool MustHaveContext { get; init; }

    /// <summary>
    /// Has the sockets that its thread makes, until the answer is disposed of, carry the label of who talks to the
    /// guest; null where sockets have none.
    /// </summary>
    public Func<IDisposable?>? LabelSockets { get; init; }

    /// <summary>Limits to run under.</summary>
    public IReadOnlyList<ResourceLimit> Limits { get; init; } = [];

    /// <summary>Whether to run without any capability, also as root.</summary>
    public bool ClearCapabilities { get; init; } = true;

    /// <summary>How long QEMU may take from the word to its greeting.</summary>
    public TimeSpan MonitorTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Called when the process exists and is not QEMU yet. QEMU starts only after it has completed, and never if the
    /// daemon dies before: what it writes down is true of every QEMU that ever runs.
    /// </summary>
    public Func<ProcessIdentity, ValueTask>? OnSpawned { get; init; }
}
