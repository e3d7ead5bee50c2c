using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>Which of a domain's definitions a call is about: the running guest's, the stored one's, or both.</summary>
/// <param name="Live">The run, where the call concerns it.</param>
/// <param name="Config">The stored configuration, where the call concerns it.</param>
internal readonly record struct DomainTarget(LiveDomain? Live, DomainConfig? Config)
{
    private const uint AffectLive = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
    private const uint AffectConfig = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG;

    /// <summary>Resolves the flags against what there is.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_INVALID where there is no guest, or no
    /// configuration.</exception>
    public static DomainTarget Of(DomainSnapshot now, uint flags)
    {
        flags = Resolve(now, flags);
        return new DomainTarget(
            (flags & AffectLive) != 0 ? now.Live : null,
            (flags & AffectConfig) != 0 ? now.Config : null);
    }

    /// <summary>The one definition a reading call is about.</summary>
    /// <exception cref="VirException">Both are asked for, or the one asked for is not there.</exception>
    public static DomainDefinition One(DomainSnapshot now, uint flags)
    {
        FlagCheck.NotBoth(
            (VirDomainModificationImpact)flags,
            VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE,
            VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG,
            function: null);
        var target = Of(now, flags);
        return target.Live?.Definition ?? target.Config!.Definition;
    }

    private static uint Resolve(DomainSnapshot now, uint flags)
    {
        if ((flags & (AffectLive | AffectConfig)) == 0)
            flags |= now.IsActive ? AffectLive : AffectConfig;
        if ((flags & AffectLive) != 0 && !now.IsActive)
            throw DomainErrors.NotRunning();
        if ((flags & AffectConfig) != 0 && !now.IsPersistent)
            throw DomainErrors.NoPersistentConfig();
        return flags;
    }
}
