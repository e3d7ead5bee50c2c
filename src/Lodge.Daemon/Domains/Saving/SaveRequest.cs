using Lodge.Daemon.Domains.Jobs;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>A guest to be saved.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Xml">The definition it is to go on with; null for its own.</param>
/// <param name="Flags">Whether it is to run then, and whether the host's cache is gone around.</param>
/// <param name="Api">The public function, for whoever waits for the domain.</param>
/// <param name="Cancellation">Ends waiting for the domain's turn.</param>
internal sealed record SaveRequest(
    DomainObject Domain, string? Xml, VirDomainSaveRestoreFlags Flags, string Api, CancellationToken Cancellation)
{
    /// <summary>Whether the guest is to run when it is restored.</summary>
    /// <param name="wasRunning">Whether it runs now.</param>
    public bool RunsAfterwards(bool wasRunning) => Runs(Flags, wasRunning);

    /// <summary>Whether a guest is to run, by flags.</summary>
    public static bool Runs(VirDomainSaveRestoreFlags flags, bool otherwise) =>
        flags.HasFlag(VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RUNNING)
        || (otherwise && !flags.HasFlag(VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_PAUSED));
}
