using Lodge.Protocol.Constants;

namespace Lodge.Daemon.State;

/// <summary>What a daemon that comes after this one must know of a running guest to take it over.</summary>
internal sealed record DomainStatus
{
    /// <summary>The domain's name, which is the file's.</summary>
    public required string Name { get; init; }

    /// <summary>The id it runs with.</summary>
    public required int Id { get; init; }

    /// <summary>How far the start or the stop is.</summary>
    public required DomainPhase Phase { get; init; }

    /// <summary>QEMU's process; 0 before there is one.</summary>
    public int ProcessId { get; init; }

    /// <summary>
    /// When that process began, in clock ticks since boot: tells it from another with the same number.
    /// </summary>
    public ulong StartTime { get; init; }

    /// <summary>The folder of this run of the guest.</summary>
    public required string Directory { get; init; }

    /// <summary>The socket of QEMU's monitor.</summary>
    public required string MonitorPath { get; init; }

    /// <summary>Where QEMU's words go.</summary>
    public required string LogPath { get; init; }

    /// <summary>What the guest does.</summary>
    public VirDomainState State { get; init; }

    /// <summary>Why.</summary>
    public int Reason { get; init; }

    /// <summary>Whether the guest ends with the client that started it.</summary>
    public bool IsAutodestroy { get; init; }

    /// <summary>Whether the next power-off of the guest is half of a reboot.</summary>
    public bool IsRebooting { get; init; }

    /// <summary>The live definition, with all that was decided at the start.</summary>
    public required string Xml { get; init; }
}
