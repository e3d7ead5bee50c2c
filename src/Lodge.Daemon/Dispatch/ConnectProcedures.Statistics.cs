using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirConnectGetAllDomainStatsFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <inheritdoc/>
    public async ValueTask<ConnectGetAllDomainStatsRet> ConnectGetAllDomainStatsAsync(
        ClientCall call, ConnectGetAllDomainStatsArgs args)
    {
        const VirConnectGetAllDomainStatsFlags Filters = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT | VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED | VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER;
        const VirConnectGetAllDomainStatsFlags Manner = VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
        FlagCheck.Only(args.Flags, (uint)(Filters | Manner), "qemuConnectGetAllDomainStats");
        var flags = (VirConnectGetAllDomainStatsFlags)args.Flags;
        var groups = Supported(
            (VirDomainStatsTypes)args.Stats, (flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS) != 0);
        var filter = new DomainFilter((uint)(flags & Filters));
        var domains = args.Doms.Length > 0
            ? args.Doms.Select(dom => driver.Domains.Find(dom.Uuid)) : driver.Domains.All;
        var reads = domains
            .OfType<DomainObject>()
            .Where(domain => filter.Matches(domain.Current))
            .Select(domain => DomainStatistics.ReadAsync(
                domain,
                groups,
                (flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING) != 0,
                (flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT) != 0).AsTask());
        return new ConnectGetAllDomainStatsRet { RetStats = await Task.WhenAll(reads) };
    }

    private static VirDomainStatsTypes Supported(VirDomainStatsTypes groups, bool enforce)
    {
        var unknown = groups & ~DomainStatistics.Known;
        return unknown != 0 && enforce
            ? throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                $"Stats types bits 0x{(uint)unknown:x} are not supported by this daemon or QEMU")
            : groups & DomainStatistics.Known;
    }
}
