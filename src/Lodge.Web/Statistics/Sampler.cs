using Lodge.Web.Hypervisors;

namespace Lodge.Web.Statistics;

/// <summary>Asks for the figures at a steady pace: no event tells of them.</summary>
internal sealed class Sampler(HypervisorSet hypervisors, Audience audience, TimeProvider clock) : BackgroundService
{
    private const int UnwatchedEvery = 15;
    private const VirDomainStatsTypes Wanted = VirDomainStatsTypes.VIR_DOMAIN_STATS_STATE
        | VirDomainStatsTypes.VIR_DOMAIN_STATS_CPU_TOTAL | VirDomainStatsTypes.VIR_DOMAIN_STATS_BALLOON
        | VirDomainStatsTypes.VIR_DOMAIN_STATS_VCPU | VirDomainStatsTypes.VIR_DOMAIN_STATS_INTERFACE
        | VirDomainStatsTypes.VIR_DOMAIN_STATS_BLOCK;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Asks one hypervisor now.</summary>
    public async Task SampleAsync(Hypervisor host, CancellationToken cancellation)
    {
        try
        {
            var connection = host.Connection;
            var stats = await connection.GetAllDomainStatsAsync(
                Wanted,
                VirConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE
                    | VirConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT,
                cancellation);
            var now = clock.GetUtcNow();
            host.Meters.Take(
                stats.ToDictionary(s => s.Domain.Uuid.ToGuid(), s => GuestCounters.Of(s.Parameters, now)), now);
            var processors = await connection.GetNodeCpuStatsAsync(
                (int)VirNodeGetCPUStatsAllCPUs.VIR_NODE_CPU_STATS_ALL_CPUS, cancellationToken: cancellation);
            var memory = await connection.GetNodeMemoryStatsAsync(
                (int)VirNodeGetMemoryStatsAllCells.VIR_NODE_MEMORY_STATS_ALL_CELLS, cancellationToken: cancellation);
            host.HostMeter.Take(processors, memory, now);
        }
        catch (Exception failure) when (failure is VirException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The connection is being lost or left, or the hypervisor has no such figures.
        }

        host.Raise(HypervisorChange.Statistics);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        for (var beat = 0; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            if (audience.Browsers == 0 && beat % UnwatchedEvery != 0) continue;
            await Task.WhenAll(hypervisors.All.Where(host => host.State == LinkState.Open)
                .Select(host => SampleAsync(host, stoppingToken)));
        }
    }
}
