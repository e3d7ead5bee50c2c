using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>The domain procedures: each checks its flags, finds its domain and leaves the work to the driver.</summary>
/// <param name="driver">Has the domains.</param>
internal sealed partial class DomainProcedures(DomainDriver driver) : IDomainProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<DomainLookupByIdRet> DomainLookupByIdAsync(ClientCall call, DomainLookupByIdArgs args)
    {
        var domain = driver.Domains.Find(args.Id)
            ?? throw DomainErrors.NoDomain($"no domain with matching id {args.Id}");
        return new(new DomainLookupByIdRet { Dom = DomainDriver.Wire(domain.Current) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainLookupByNameRet> DomainLookupByNameAsync(ClientCall call, DomainLookupByNameArgs args)
    {
        var domain = driver.Domains.Find(args.Name)
            ?? throw DomainErrors.NoDomain($"no domain with matching name '{args.Name}'");
        return new(new DomainLookupByNameRet { Dom = DomainDriver.Wire(domain.Current) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainLookupByUuidRet> DomainLookupByUuidAsync(ClientCall call, DomainLookupByUuidArgs args)
    {
        var domain = driver.Domains.Find(args.Uuid)
            ?? throw DomainErrors.NoDomain($"no domain with matching uuid '{args.Uuid}'");
        return new(new DomainLookupByUuidRet { Dom = DomainDriver.Wire(domain.Current) });
    }

    private static ValueTask<T> Answer<T>(T value) => new(value);
}
