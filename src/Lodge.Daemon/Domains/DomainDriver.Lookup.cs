using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>The domain a client speaks of.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_DOMAIN.</exception>
    public DomainObject Find(in RemoteDomain domain) =>
        Domains.Find(domain.Uuid) ?? throw NotFound(domain.Uuid, domain.Name);

    /// <summary>The running domain a client speaks of, and its run.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_DOMAIN, or VIR_ERR_OPERATION_INVALID where it does not
    /// run.</exception>
    public (DomainObject Domain, LiveDomain Live) FindRunning(in RemoteDomain domain)
    {
        var found = Find(domain);
        return (found, found.Current.Live ?? throw DomainErrors.NotRunning());
    }

    private static VirException NotFound(VirUuid uuid, string name) =>
        DomainErrors.NoDomain($"no domain with matching uuid '{uuid}' ({name})");
}
