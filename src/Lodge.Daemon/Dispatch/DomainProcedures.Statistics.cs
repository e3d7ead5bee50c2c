using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask<DomainMemoryStatsRet> DomainMemoryStatsAsync(ClientCall call, DomainMemoryStatsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainMemoryStats");
        IReadOnlyList<(VirDomainMemoryStatTags Tag, ulong Value)> values = [];
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Query, "virDomainMemoryStats", async live =>
            values = await MemoryStatistics.AskAsync(live));
        return new DomainMemoryStatsRet
        {
            Stats = [.. values
                .Take((int)Math.Min(args.MaxStats, int.MaxValue))
                .Select(stat => new DomainMemoryStat { Tag = (int)stat.Tag, Val = stat.Value })],
        };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainBlockStatsRet> DomainBlockStatsAsync(ClientCall call, DomainBlockStatsArgs args)
    {
        var total = await BlockTotalAsync(call, args.Dom, args.Path, "virDomainBlockStats");
        return new DomainBlockStatsRet
        {
            RdReq = (long)total.ReadOperations,
            RdBytes = (long)total.ReadBytes,
            WrReq = (long)total.WriteOperations,
            WrBytes = (long)total.WriteBytes,
            Errs = -1,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainBlockStatsFlagsRet> DomainBlockStatsFlagsAsync(
        ClientCall call, DomainBlockStatsFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirTypedParameterFlags.VIR_TYPED_PARAM_STRING_OKAY, "qemuDomainBlockStatsFlags");
        var total = await BlockTotalAsync(call, args.Dom, args.Path, "virDomainBlockStatsFlags");
        var list = new ParameterList();
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES, (long)total.WriteBytes);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_REQ, (long)total.WriteOperations);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_BYTES, (long)total.ReadBytes);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_REQ, (long)total.ReadOperations);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ, (long)total.FlushOperations);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES, (long)total.WriteTime);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES, (long)total.ReadTime);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES, (long)total.FlushTime);
        return args.Nparams == 0
            ? new DomainBlockStatsFlagsRet { Params = [], Nparams = list.Count }
            : new DomainBlockStatsFlagsRet { Params = list.ToArray(args.Nparams), Nparams = 0 };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetBlockInfoRet> DomainGetBlockInfoAsync(ClientCall call, DomainGetBlockInfoArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetBlockInfo");
        var domain = driver.Find(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainGetBlockInfo", call.CancellationToken);
        var now = domain.Current;
        var definition = now.Live?.Definition ?? now.Config!.Definition;
        var disk = DiskLookup.Find(definition, args.Path)
            ?? throw DomainErrors.InvalidArgument($"invalid path {args.Path} not assigned to domain");
        if (disk.Source.IsEmpty)
        {
            throw DomainErrors.InvalidArgument(
                $"disk '{args.Path}' does not currently have a source assigned");
        }

        var size = now.Live is { } live
            ? await ImageSizes.OfLiveAsync(live, disk)
            : ImageSize.Read(disk.Source) ?? throw ImageSizes.Missing(disk);
        return new DomainGetBlockInfoRet
        {
            Capacity = size.Capacity,
            Allocation = size.Allocation,
            Physical = size.Physical,
        };
    }

    /// <inheritdoc/>
    public ValueTask<DomainInterfaceStatsRet> DomainInterfaceStatsAsync(ClientCall call, DomainInterfaceStatsArgs args)
    {
        var (_, live) = driver.FindRunning(args.Dom);
        var found = InterfaceLookup.Find(live.Definition, args.Device);
        var counters = InterfaceCounters.Read(HostFiles.Real, found.TargetDevice ?? "")
            ?? throw DomainErrors.Internal($"Interface not found");
        var guest = counters.Swapped;
        return Answer(new DomainInterfaceStatsRet
        {
            RxBytes = guest.Received.Bytes,
            RxPackets = guest.Received.Packets,
            RxErrs = guest.Received.Errors,
            RxDrop = guest.Received.Drops,
            TxBytes = guest.Sent.Bytes,
            TxPackets = guest.Sent.Packets,
            TxErrs = guest.Sent.Errors,
            TxDrop = guest.Sent.Drops,
        });
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetDiskErrorsRet> DomainGetDiskErrorsAsync(
        ClientCall call, DomainGetDiskErrorsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetDiskErrors");
        var errors = Array.Empty<DomainDiskError>();
        var count = 0;
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Query, "virDomainGetDiskErrors", live =>
        {
            errors = [.. live.DiskErrors.ToArray()
                .Select(error => new DomainDiskError { Disk = error.Key, Error = (int)error.Value })];
            count = args.Maxerrors == 0 ? live.Definition.Disks.Count : errors.Length;
            return default;
        });
        return new DomainGetDiskErrorsRet
        {
            Errors = args.Maxerrors == 0 ? [] : [.. errors.Take((int)Math.Min(args.Maxerrors, int.MaxValue))],
            Nerrors = count,
        };
    }

    private async ValueTask<BlockStats> BlockTotalAsync(ClientCall call, RemoteDomain dom, string path, string api)
    {
        var total = new BlockStats();
        await OnMonitorAsync(call, dom, DomainJobKind.Query, api, async live =>
        {
            var wanted = path.Length == 0
                ? live.Definition.Disks
                : [DiskLookup.Find(live.Definition, path)
                    ?? throw DomainErrors.InvalidArgument($"invalid path: {path}")];
            var all = await live.Monitor.QueryBlockStatsAsync();
            foreach (var disk in wanted.Where(disk => disk.Alias is not null))
            {
                total = Add(total, all.FirstOrDefault(stats => stats.Alias == disk.Alias)
                    ?? throw DomainErrors.Internal($"cannot find statistics for device '{disk.Alias}'"));
            }
        });
        return total;
    }

    private static BlockStats Add(BlockStats sum, BlockStats more) => sum with
    {
        ReadOperations = sum.ReadOperations + more.ReadOperations,
        ReadBytes = sum.ReadBytes + more.ReadBytes,
        ReadTime = sum.ReadTime + more.ReadTime,
        WriteOperations = sum.WriteOperations + more.WriteOperations,
        WriteBytes = sum.WriteBytes + more.WriteBytes,
        WriteTime = sum.WriteTime + more.WriteTime,
        FlushOperations = sum.FlushOperations + more.FlushOperations,
        FlushTime = sum.FlushTime + more.FlushTime,
    };
}
