using Lodge.Model.Domain;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.CommandLine;

/// <summary>What a command line depends on besides the guest itself and QEMU's abilities.</summary>
public sealed class CommandLineContext
{
    /// <summary>What the administrator decided for all guests.</summary>
    public required QemuSettings Settings { get; init; }

    /// <summary>The guest's folders.</summary>
    public required GuestDirectories Directories { get; init; }

    /// <summary>The key of this run.</summary>
    public required MasterKey MasterKey { get; init; }

    /// <summary>Where passphrases are kept.</summary>
    public ISecretStore Secrets { get; init; } = new EmptySecretStore();

    /// <summary>What was opened for the guest; empty where the command is only to be shown.</summary>
    public GuestFiles Files { get; init; } = new();

    /// <summary>Paths of the host's own disc drives.</summary>
    public IReadOnlySet<string> HostCdroms { get; init; } = new HashSet<string>();

    /// <summary>The host NUMA nodes there are, by which a guest's memory can be bound.</summary>
    public CpuSet HostNodes { get; init; } = new([0]);

    /// <summary>
    /// The host's SMBIOS tables, for guests that are to show them; null where they could not be read.
    /// </summary>
    public SystemInfo? HostSysinfo { get; init; }

    /// <summary>Where a migration comes from (<c>-incoming</c>), or null.</summary>
    public string? IncomingUri { get; init; }

    /// <summary>The snapshot to start from, or null.</summary>
    public string? LoadSnapshot { get; init; }

    /// <summary>The present time, from which a guest's own clock is counted.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal bool IsHostCdrom(StorageSource source) =>
        source is { Type: StorageType.Block, Path: { } path } && HostCdroms.Contains(path);
}
