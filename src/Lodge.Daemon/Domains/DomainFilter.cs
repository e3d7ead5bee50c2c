using Lodge.Protocol.Constants;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Daemon.Domains;

/// <summary>
/// Which domains <c>virConnectListAllDomains</c> asks for: within each group of flags any may match, all groups must.
/// </summary>
internal readonly struct DomainFilter
{
    /// <summary>The flags there are.</summary>
    public const uint Known = (uint)(Activity | Persistence | State | ManagedSave | Autostart | Snapshot | Checkpoint);

    private const VirConnectListAllDomainsFlags Activity =
        VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE;

    private const VirConnectListAllDomainsFlags Persistence =
        VIR_CONNECT_LIST_DOMAINS_PERSISTENT | VIR_CONNECT_LIST_DOMAINS_TRANSIENT;

    private const VirConnectListAllDomainsFlags State =
        VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_PAUSED
        | VIR_CONNECT_LIST_DOMAINS_SHUTOFF | VIR_CONNECT_LIST_DOMAINS_OTHER;

    private const VirConnectListAllDomainsFlags ManagedSave =
        VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE;

    private const VirConnectListAllDomainsFlags Autostart =
        VIR_CONNECT_LIST_DOMAINS_AUTOSTART | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART;

    private const VirConnectListAllDomainsFlags Snapshot =
        VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT | VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT;

    private const VirConnectListAllDomainsFlags Checkpoint =
        VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT | VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT;

    private readonly VirConnectListAllDomainsFlags _flags;

    /// <summary>A filter by these flags.</summary>
    public DomainFilter(uint flags) => _flags = (VirConnectListAllDomainsFlags)flags;

    /// <summary>Whether a domain passes.</summary>
    public bool Matches(DomainSnapshot now) => _flags == 0
        || (Passes(Activity, now.IsActive ? VIR_CONNECT_LIST_DOMAINS_ACTIVE : VIR_CONNECT_LIST_DOMAINS_INACTIVE)
            && Passes(
                Persistence,
                now.IsPersistent ? VIR_CONNECT_LIST_DOMAINS_PERSISTENT : VIR_CONNECT_LIST_DOMAINS_TRANSIENT)
            && Passes(State, FlagOf(now.State))
            && Passes(
                ManagedSave,
                now.HasManagedSave ? VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE : VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE)
            && Passes(
                Autostart, now.Autostart ? VIR_CONNECT_LIST_DOMAINS_AUTOSTART : VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART)
            && Passes(Snapshot, VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT)
            && Passes(Checkpoint, VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT));

    private static VirConnectListAllDomainsFlags FlagOf(VirDomainState state) => state switch
    {
        VirDomainState.VIR_DOMAIN_RUNNING => VIR_CONNECT_LIST_DOMAINS_RUNNING,
        VirDomainState.VIR_DOMAIN_PAUSED => VIR_CONNECT_LIST_DOMAINS_PAUSED,
        VirDomainState.VIR_DOMAIN_SHUTOFF => VIR_CONNECT_LIST_DOMAINS_SHUTOFF,
        _ => VIR_CONNECT_LIST_DOMAINS_OTHER,
    };

    private bool Passes(VirConnectListAllDomainsFlags group, VirConnectListAllDomainsFlags flag)
    {
        var asked = _flags & group;
        return asked == 0 || (asked & flag) != 0;
    }
}
