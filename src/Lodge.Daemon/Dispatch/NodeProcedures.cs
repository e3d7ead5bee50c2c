using System.Text;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>What the host is and how it fares.</summary>
/// <param name="files">The host's own files.</param>
internal sealed partial class NodeProcedures(HostFiles files) : INodeProcedures<ClientCall>
{
    /// <summary>What keeps guests apart, and how its labels are to be read.</summary>
    public (string Model, string Interpretation) SecurityModel { get; init; } = ("none", "0");

    private const int ModelLength = 32;

    /// <inheritdoc/>
    public ValueTask<NodeGetInfoRet> NodeGetInfoAsync(ClientCall call)
    {
        var node = NodeInformation.Read(files);
        var model = new byte[ModelLength];
        Encoding.UTF8.GetBytes(node.Model.AsSpan(0, Math.Min(node.Model.Length, ModelLength - 1)), model);
        return new(new NodeGetInfoRet
        {
            Model = model,
            Memory = (ulong)node.MemoryKiB,
            Cpus = node.Cpus,
            Mhz = node.MegaHertz,
            Nodes = node.Nodes,
            Sockets = node.Sockets,
            Cores = node.Cores,
            Threads = node.Threads,
        });
    }

    /// <inheritdoc/>
    public ValueTask<NodeGetCpuStatsRet> NodeGetCpuStatsAsync(ClientCall call, NodeGetCpuStatsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "virHostCPUGetStats");
        const int count = 4;
        if (WantsCountOnly(args.Nparams, count, "virHostCPUGetStatsLinux", RemoteConstants.REMOTE_NODE_CPU_STATS_MAX))
        {
            return new(new NodeGetCpuStatsRet { Params = [], Nparams = count });
        }

        var times = NodeCpuTimes.Read(files, args.CpuNum);
        return new(new NodeGetCpuStatsRet
        {
            Params =
            [
                new() { Field = VirConstants.VIR_NODE_CPU_STATS_KERNEL, Value = times.Kernel },
                new() { Field = VirConstants.VIR_NODE_CPU_STATS_USER, Value = times.User },
                new() { Field = VirConstants.VIR_NODE_CPU_STATS_IDLE, Value = times.Idle },
                new() { Field = VirConstants.VIR_NODE_CPU_STATS_IOWAIT, Value = times.IoWait },
            ],
        });
    }

    /// <inheritdoc/>
    public ValueTask<NodeGetMemoryStatsRet> NodeGetMemoryStatsAsync(ClientCall call, NodeGetMemoryStatsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "virHostMemGetStats");
        // As with libvirt, a cell that is not there is refused before the count is told.
        var memory = NodeMemory.Read(files, args.CellNum);
        var count = args.CellNum == NodeMemory.AllCells ? 4 : 2;
        if (WantsCountOnly(
            args.Nparams, count, "virHostMemGetStatsLinux", RemoteConstants.REMOTE_NODE_MEMORY_STATS_MAX))
        {
            return new(new NodeGetMemoryStatsRet { Params = [], Nparams = count });
        }

        List<NodeGetMemoryStats> stats =
        [
            new() { Field = VirConstants.VIR_NODE_MEMORY_STATS_TOTAL, Value = (ulong)memory.Total },
            new() { Field = VirConstants.VIR_NODE_MEMORY_STATS_FREE, Value = (ulong)memory.Free },
        ];
        if (args.CellNum == NodeMemory.AllCells)
        {
            var (buffers, cached) = ((ulong)(memory.Buffers ?? 0), (ulong)(memory.Cached ?? 0));
            stats.Add(new() { Field = VirConstants.VIR_NODE_MEMORY_STATS_BUFFERS, Value = buffers });
            stats.Add(new() { Field = VirConstants.VIR_NODE_MEMORY_STATS_CACHED, Value = cached });
        }

        return new(new NodeGetMemoryStatsRet { Params = [.. stats] });
    }

    /// <inheritdoc/>
    public ValueTask<NodeGetFreeMemoryRet> NodeGetFreeMemoryAsync(ClientCall call) =>
        new(new NodeGetFreeMemoryRet { FreeMem = (ulong)NodeMemory.FreeBytes(files) });

    /// <inheritdoc/>
    public ValueTask<NodeGetSecurityModelRet> NodeGetSecurityModelAsync(ClientCall call) =>
        new(new NodeGetSecurityModelRet
        {
            Model = Encoding.UTF8.GetBytes(SecurityModel.Model + '\0'),
            Doi = Encoding.UTF8.GetBytes(SecurityModel.Interpretation + '\0'),
        });

    /// <inheritdoc/>
    public ValueTask<NodeGetCpuMapRet> NodeGetCpuMapAsync(ClientCall call, NodeGetCpuMapArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "virHostCPUGetMap");
        var map = CpuMap.Read(files);
        return new(new NodeGetCpuMapRet
        {
            Cpumap = args.NeedMap != 0 ? map.ToBytes() : [],
            Online = args.NeedOnline != 0 ? (uint)map.Online : 0,
            Ret = map.Present,
        });
    }

    private static bool WantsCountOnly(int asked, int count, string function, int most)
    {
        if ((uint)asked > (uint)most)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, "nparams too large");
        }

        if (asked != 0 && asked != count)
        {
            throw DomainErrors.InvalidArgument($"nparams in {function} must be equal to {count}");
        }

        return asked == 0;
    }
}
