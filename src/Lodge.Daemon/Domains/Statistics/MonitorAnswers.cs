using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;
using static Lodge.Protocol.Constants.VirDomainStatsTypes;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>What QEMU answered for a guest's statistics, all asked at once.</summary>
internal sealed record MonitorAnswers
{
    /// <summary>The statistics of memory, as (tag, value).</summary>
    public IReadOnlyList<(VirDomainMemoryStatTags Tag, ulong Value)> Memory { get; init; } = [];

    /// <summary>The drives' statistics.</summary>
    public BlockStats[] Blocks { get; init; } = [];

    /// <summary>The nodes.</summary>
    public BlockNode[] Nodes { get; init; } = [];

    /// <summary>The nodes' statistics.</summary>
    public BlockStats[] NodeStats { get; init; } = [];

    /// <summary>The threads that serve disks.</summary>
    public IoThread[] IoThreads { get; init; } = [];

    /// <summary>Asks what the groups need.</summary>
    public static async Task<MonitorAnswers> AskAsync(LiveDomain live, VirDomainStatsTypes groups)
    {
        var monitor = live.Monitor;
        var wantsBlocks = (groups & VIR_DOMAIN_STATS_BLOCK) != 0 && live.Definition.Disks.Count > 0;
        var memory = (groups & VIR_DOMAIN_STATS_BALLOON) != 0
            ? MemoryStatistics.AskAsync(live)
            : Task.FromResult<IReadOnlyList<(VirDomainMemoryStatTags, ulong)>>([]);
        var blocks = wantsBlocks ? monitor.QueryBlockStatsAsync() : Task.FromResult<BlockStats[]>([]);
        var nodes = wantsBlocks ? monitor.QueryNamedBlockNodesAsync() : Task.FromResult<BlockNode[]>([]);
        var nodeStats = wantsBlocks ? monitor.QueryBlockNodeStatsAsync() : Task.FromResult<BlockStats[]>([]);
        var threads = (groups & VIR_DOMAIN_STATS_IOTHREAD) != 0
            ? monitor.QueryIoThreadsAsync()
            : Task.FromResult<IoThread[]>([]);
        return new MonitorAnswers
        {
            Memory = await OrEmpty(memory, []),
            Blocks = await OrEmpty(blocks, []),
            Nodes = await OrEmpty(nodes, []),
            NodeStats = await OrEmpty(nodeStats, []),
            IoThreads = await OrEmpty(threads, []),
        };
    }

    private static async Task<T> OrEmpty<T>(Task<T> answer, T empty)
    {
        try
        {
            return await answer;
        }
        catch (VirException)
        {
            return empty;
        }
    }
}
