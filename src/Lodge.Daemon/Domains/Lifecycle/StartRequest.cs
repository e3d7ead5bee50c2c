using Lodge.Daemon.Domains.Saving;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>How a guest is to be started.</summary>
internal sealed record StartRequest
{
    /// <summary>Whether its vCPUs stand still at first.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The client whose end is the guest's end; null where it lives on.</summary>
    public ClientSession? AutodestroyWith { get; init; }

    /// <summary>Whether its firmware's variables are made anew.</summary>
    public bool ResetNvram { get; init; }

    /// <summary>Whether a saved state is thrown away, not gone on from.</summary>
    public bool IsFromScratch { get; init; }

    /// <summary>The snapshot in the guest's images whose memory it goes on with; null for none.</summary>
    public string? LoadSnapshot { get; init; }

    /// <summary>Whether the start takes the domain back to a snapshot.</summary>
    public bool IsFromSnapshot { get; init; }

    /// <summary>The saved guest that goes on; null for one that boots.</summary>
    public SavedGuest? From { get; init; }

    /// <summary>Reads the flags of <c>virDomainCreate…</c>.</summary>
    public static StartRequest Of(uint flags, ClientSession client) => new()
    {
        IsPaused = (flags & (uint)VirDomainCreateFlags.VIR_DOMAIN_START_PAUSED) != 0,
        IsFromScratch = (flags & (uint)VirDomainCreateFlags.VIR_DOMAIN_START_FORCE_BOOT) != 0,
        ResetNvram = (flags & (uint)VirDomainCreateFlags.VIR_DOMAIN_START_RESET_NVRAM) != 0,
        AutodestroyWith = (flags & (uint)VirDomainCreateFlags.VIR_DOMAIN_START_AUTODESTROY) != 0 ? client : null,
    };
}
