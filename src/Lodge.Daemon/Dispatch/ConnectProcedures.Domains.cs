using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <inheritdoc/>
    public ValueTask<ConnectListAllDomainsRet> ConnectListAllDomainsAsync(
        ClientCall call, ConnectListAllDomainsArgs args)
    {
        FlagCheck.Only(args.Flags, DomainFilter.Known, "qemuConnectListAllDomains");
        var filter = new DomainFilter(args.Flags);
        var all = driver.Domains.All;
        var found = new List<RemoteDomain>(args.NeedResults != 0 ? all.Length : 0);
        var count = 0u;
        foreach (var domain in all)
        {
            var now = domain.Current;
            if (!filter.Matches(now))
                continue;
            count++;
            if (args.NeedResults != 0)
                found.Add(DomainDriver.Wire(now));
        }

        return new(new ConnectListAllDomainsRet { Domains = [.. found], Ret = count });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDomainsRet> ConnectNumOfDomainsAsync(ClientCall call) =>
        new(new ConnectNumOfDomainsRet { Num = driver.Domains.All.Count(domain => domain.Current.IsActive) });

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedDomainsRet> ConnectNumOfDefinedDomainsAsync(ClientCall call) =>
        new(new ConnectNumOfDefinedDomainsRet { Num = driver.Domains.All.Count(domain => !domain.Current.IsActive) });

    /// <inheritdoc/>
    public ValueTask<ConnectListDomainsRet> ConnectListDomainsAsync(ClientCall call, ConnectListDomainsArgs args) =>
        new(new ConnectListDomainsRet
        {
            Ids = [.. driver.Domains.All
                .Select(domain => domain.Current.Id)
                .Where(id => id >= 0)
                .Take(args.Maxids)],
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedDomainsRet> ConnectListDefinedDomainsAsync(
        ClientCall call, ConnectListDefinedDomainsArgs args) =>
        new(new ConnectListDefinedDomainsRet
        {
            Names = [.. driver.Domains.All
                .Select(domain => domain.Current)
                .Where(now => !now.IsActive)
                .Select(now => now.Name)
                .Take(args.Maxnames)],
        });
}
