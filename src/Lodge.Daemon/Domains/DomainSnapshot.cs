using Lodge.Daemon.Domains.Snapshots;
using Lodge.Protocol;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains;

/// <summary>All that is known of a domain at one instant; never changed, so that readers never wait.</summary>
internal sealed record DomainSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its UUID.</summary>
    public required VirUuid Uuid { get; init; }

    /// <summary>What the guest does.</summary>
    public VirDomainState State { get; init; } = VirDomainState.VIR_DOMAIN_SHUTOFF;

    /// <summary>Why it does so: a value of the reason enumeration that belongs to <see cref="State"/>.</summary>
    public int Reason { get; init; }

    /// <summary>The stored configuration; null for a transient domain.</summary>
    public DomainConfig? Config { get; init; }

    /// <summary>The guest that runs; null for an inactive domain.</summary>
    public LiveDomain? Live { get; init; }

    /// <summary>Whether the domain starts with the daemon.</summary>
    public bool Autostart { get; init; }

    /// <summary>Whether the next start resumes a managed save image.</summary>
    public bool HasManagedSave { get; init; }

    /// <summary>The domain's snapshots.</summary>
    public SnapshotTree Snapshots { get; init; } = SnapshotTree.Empty;

    /// <summary>Why the last start by the daemon itself failed; null where it did not.</summary>
    public string? AutostartFailure { get; init; }

    /// <summary>Whether the configuration is to differ from the guest that runs.</summary>
    public bool IsUpdated { get; init; }

    /// <summary>The numbers that are asked for most: the guest's, or the configuration's.</summary>
    public DomainFacts Facts => Live?.Facts ?? Config?.Facts ?? DomainFacts.None;

    /// <summary>The id of the guest that runs; -1 for an inactive domain.</summary>
    public int Id => Live?.Id ?? -1;

    /// <summary>Whether a guest runs, in whatever state.</summary>
    public bool IsActive => Live is not null;

    /// <summary>Whether the domain is there when its guest has ended.</summary>
    public bool IsPersistent => Config is not null;
}
