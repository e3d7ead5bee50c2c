using Lodge.Model.Domain;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>A guest in memory: what is defined, what runs, and what it does.</summary>
internal sealed class TestDomain(DomainDefinition definition)
{
    private DomainDefinition? _live;
    private DomainDefinition? _configuration;
    private DomainDefinition? _once;

    /// <summary>What runs, or else what is defined.</summary>
    public DomainDefinition Definition => _live ?? _configuration ?? definition;

    public string Name => Definition.Name;

    public VirUuid Uuid => VirUuid.Of(Definition.Uuid);

    public bool IsActive => _live is not null;

    public bool IsPersistent => _configuration is not null;

    public bool HasAutostart { get; set; }

    public bool HasManagedSave { get; set; }

    public VirDomainState State { get; private set; } = VirDomainState.VIR_DOMAIN_SHUTOFF;

    public int Reason { get; private set; }

    /// <summary>The guest's own clock: seconds since 1970, and nanoseconds.</summary>
    public (long Seconds, uint Nanoseconds) Time { get; set; } = (627319920, 0);

    /// <summary>Which of its two file systems, <c>/</c> and <c>/boot</c>, are frozen.</summary>
    public HashSet<string> Frozen { get; } = [];

    public RemoteDomain ToWire() => new() { Name = Name, Uuid = Uuid, Id = Definition.Id };

    public void Define(DomainDefinition newDefinition) => _configuration = newDefinition;

    /// <summary>Has the next start, and no other, take another definition than its own.</summary>
    public void RunAs(DomainDefinition other) => _once = other;

    public void Forget()
    {
        definition = Definition;
        _configuration = null;
    }

    public void Start(int id, VirDomainRunningReason reason)
    {
        _live = (_once ?? _configuration ?? definition).Clone();
        _once = null;
        _live.Id = id;
        HasManagedSave = false;
        SetState(VirDomainState.VIR_DOMAIN_RUNNING, (int)reason);
    }

    public void Stop(VirDomainShutoffReason reason)
    {
        definition = Definition;
        definition.Id = -1;
        _live = null;
        Frozen.Clear();
        SetState(VirDomainState.VIR_DOMAIN_SHUTOFF, (int)reason);
    }

    public void SetState(VirDomainState state, int reason) => (State, Reason) = (state, reason);

    public void Rename(string name) => Definition.Name = name;

    /// <summary>What is described for the next start: the definition, or what runs where nothing is defined.</summary>
    public DomainDefinition Inactive => _configuration ?? Definition;

    /// <summary>The one description that flags speak of.</summary>
    /// <exception cref="VirException">The guest does not run, or is not defined, or both are wanted.</exception>
    public DomainDefinition Select(VirDomainModificationImpact flags) => SelectAll(flags) is [var one]
        ? one
        : throw TestHypervisor.Fault(
            VirErrorNumber.VIR_ERR_INVALID_ARG,
            "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");

    /// <summary>The descriptions that flags speak of: what runs, what is defined, or both.</summary>
    /// <exception cref="VirException">The guest does not run, or is not defined.</exception>
    public List<DomainDefinition> SelectAll(VirDomainModificationImpact flags)
    {
        var isLive = flags.HasFlag(VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE);
        var isConfig = flags.HasFlag(VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG);
        if (!isLive && !isConfig)
        {
            return [Definition];
        }

        if (isLive && !IsActive)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "domain is not running");
        }

        if (isConfig && !IsPersistent)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, "transient domains do not have any persistent config");
        }

        return (isLive, isConfig) switch
        {
            (true, true) => [_live!, _configuration!],
            (true, false) => [_live!],
            _ => [_configuration!],
        };
    }
}
