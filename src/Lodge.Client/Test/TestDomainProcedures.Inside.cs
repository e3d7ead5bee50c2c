using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>What would go on inside the guest, and what is counted of it.</content>
internal sealed partial class TestDomainProcedures
{
    private static readonly string[] FileSystems = ["/", "/boot"];

    public ValueTask<DomainGetHostnameRet> DomainGetHostnameAsync(TestHypervisor call, DomainGetHostnameArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainGetHostname");
        return new(new DomainGetHostnameRet { Hostname = $"{call.FindActive(args.Dom).Name}host" });
    }

    public ValueTask<DomainGetTimeRet> DomainGetTimeAsync(TestHypervisor call, DomainGetTimeArgs args)
    {
        var (seconds, nanoseconds) = FindRunning(call, args.Dom).Time;
        return new(new DomainGetTimeRet { Seconds = seconds, Nseconds = nanoseconds });
    }

    public ValueTask DomainSetTimeAsync(TestHypervisor call, DomainSetTimeArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 1, "testDomainSetTime");
        FindRunning(call, args.Dom).Time = (args.Seconds, args.Nseconds);
        return default;
    }

    public ValueTask<DomainBlockStatsRet> DomainBlockStatsAsync(TestHypervisor call, DomainBlockStatsArgs args)
    {
        if (args.Path.Length == 0)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, "summary statistics are not supported yet");
        }

        if (FindDisk(call.FindActive(args.Dom), args.Path) is null)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, $"invalid path: {args.Path}");
        }

        var now = Microseconds();
        return new(new DomainBlockStatsRet
        {
            RdReq = now / 10, RdBytes = now / 20, WrReq = now / 30, WrBytes = now / 40, Errs = now / 2000000,
        });
    }

    public ValueTask<DomainInterfaceStatsRet> DomainInterfaceStatsAsync(
        TestHypervisor call, DomainInterfaceStatsArgs args)
    {
        var domain = call.FindActive(args.Dom);
        if (!domain.Definition.Interfaces.Any(
            card => card.TargetDevice == args.Device || card.Mac.ToString() == args.Device))
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INVALID_ARG, $"'{args.Device}' is not a known interface");
        }

        var now = Microseconds();
        return new(new DomainInterfaceStatsRet
        {
            RxBytes = now / 10,
            RxPackets = now / 100,
            RxErrs = now / 1000000,
            RxDrop = now / 2000000,
            TxBytes = now / 20,
            TxPackets = now / 110,
            TxErrs = now / 3000000,
            TxDrop = now / 4000000,
        });
    }

    public ValueTask<DomainMemoryStatsRet> DomainMemoryStatsAsync(TestHypervisor call, DomainMemoryStatsArgs args)
    {
        var definition = call.FindActive(args.Dom).Definition;
        var memory = definition.CurrentMemory;
        (VirDomainMemoryStatTags Tag, ulong Value)[] all =
        [
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, memory),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_SWAP_IN, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_UNUSED, memory / 2),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_AVAILABLE, memory),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_USABLE, memory / 2),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, 627319920),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, memory / 8),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0),
            (VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_RSS, memory / 2),
        ];
        var hasBalloon = definition.Memballoon is { } balloon && balloon.Model != MemballoonModel.None;
        return new(new DomainMemoryStatsRet
        {
            Stats = [.. all.Take(hasBalloon ? (int)Math.Min(args.MaxStats, int.MaxValue) : 0)
                .Select(stat => new DomainMemoryStat { Tag = (int)stat.Tag, Val = stat.Value })],
        });
    }

    public ValueTask<DomainGetBlockInfoRet> DomainGetBlockInfoAsync(TestHypervisor call, DomainGetBlockInfoArgs args) =>
        FindDisk(call.Find(args.Dom), args.Path) is null
            ? throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INVALID_ARG, $"invalid path {args.Path} not assigned to domain")
            : new(new DomainGetBlockInfoRet
            {
                Capacity = 1099506450432, Allocation = 1099511627776, Physical = 1099511627776,
            });

    public ValueTask<DomainGetFsinfoRet> DomainGetFsinfoAsync(TestHypervisor call, DomainGetFsinfoArgs args)
    {
        var disk = call.FindActive(args.Dom).Definition.Disks.Find(disk => disk.Kind == DiskDevice.Disk);
        return new(new DomainGetFsinfoRet
        {
            Info = disk is null ? [] : [.. FileSystems.Select((place, index) => new DomainFsinfo
            {
                Mountpoint = place, Name = $"{disk.Target}{index + 1}", Fstype = "ext4",
                    DevAliases = [disk.Target ?? ""],
            })],
            Ret = disk is null ? 0u : 2,
        });
    }

    public ValueTask<DomainFsfreezeRet> DomainFsfreezeAsync(TestHypervisor call, DomainFsfreezeArgs args)
    {
        var domain = call.FindActive(args.Dom);
        return new(new DomainFsfreezeRet { Filesystems = Places(args.Mountpoints).Count(domain.Frozen.Add) });
    }

    public ValueTask<DomainFsthawRet> DomainFsthawAsync(TestHypervisor call, DomainFsthawArgs args)
    {
        var domain = call.FindActive(args.Dom);
        return new(new DomainFsthawRet { Filesystems = Places(args.Mountpoints).Count(domain.Frozen.Remove) });
    }

    public ValueTask DomainFstrimAsync(TestHypervisor call, DomainFstrimArgs args)
    {
        call.FindActive(args.Dom);
        Places(args.MountPoint is { } place ? [place] : []);
        return default;
    }

    public ValueTask<DomainGetDiskErrorsRet> DomainGetDiskErrorsAsync(TestHypervisor call, DomainGetDiskErrorsArgs args)
    {
        var disks = call.FindActive(args.Dom).Definition.Disks;
        return new(new DomainGetDiskErrorsRet
        {
            Errors = [.. disks.Take((int)Math.Min(args.Maxerrors, 256)).Select((disk, index) => new DomainDiskError
            {
                Disk = disk.Target ?? "", Error = (index % 2) + 1,
            })],
            Nerrors = disks.Count,
        });
    }

    public ValueTask DomainSendKeyAsync(TestHypervisor call, DomainSendKeyArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainSendKey");
        call.FindActive(args.Dom);
        return default;
    }

    public ValueTask DomainInjectNmiAsync(TestHypervisor call, DomainInjectNmiArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainInjectNMI");
        call.FindActive(args.Dom);
        return default;
    }

    public ValueTask DomainSetUserPasswordAsync(TestHypervisor call, DomainSetUserPasswordArgs args)
    {
        call.FindActive(args.Dom);
        return args.User is "root" or "user" or null
            ? default
            : throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"user '{args.User}' does not exist");
    }

    public ValueTask<DomainInterfaceAddressesRet> DomainInterfaceAddressesAsync(
        TestHypervisor call, DomainInterfaceAddressesArgs args)
    {
        if (args.Source >= (uint)VirDomainInterfaceAddressesSource.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, $"Unknown IP address data source {args.Source}");
        }

        var definition = call.FindActive(args.Dom).Definition;
        return new(new DomainInterfaceAddressesRet
        {
            Ifaces = [.. definition.Interfaces.Select((card, index) => new DomainInterface
            {
                Name = card.TargetDevice ?? "",
                Hwaddr = card.Mac.ToString(),
                Addrs = [new()
                {
                    Type = (int)VirIPAddrType.VIR_IP_ADDR_TYPE_IPV4,
                    Prefix = 24,
                    Addr = card.Type == InterfaceType.Network
                        ? $"192.168.122.{(2 + (20 * (definition.Id - 1)) + index + 1) % 256}"
                        : $"192.168.0.{1 + index}",
                }],
            })],
        });
    }

    public ValueTask<DomainGetSchedulerTypeRet> DomainGetSchedulerTypeAsync(
        TestHypervisor call, DomainGetSchedulerTypeArgs args) =>
        new(new DomainGetSchedulerTypeRet { Type = "fair", Nparams = 1 });

    public ValueTask<DomainGetSchedulerParametersRet> DomainGetSchedulerParametersAsync(
        TestHypervisor call, DomainGetSchedulerParametersArgs args)
    {
        call.Find(args.Dom);
        return new(new DomainGetSchedulerParametersRet { Params = [Weight] });
    }

    public ValueTask<DomainGetSchedulerParametersFlagsRet> DomainGetSchedulerParametersFlagsAsync(
        TestHypervisor call, DomainGetSchedulerParametersFlagsArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainGetSchedulerParametersFlags");
        call.Find(args.Dom);
        return new(new DomainGetSchedulerParametersFlagsRet { Params = [Weight] });
    }

    private static TypedParameter Weight => TypedParameter.Of(VirConstants.VIR_DOMAIN_SCHEDULER_WEIGHT, 50u);

    private static TestDomain FindRunning(TestHypervisor call, in RemoteDomain wire)
    {
        var domain = call.Find(wire);
        return domain.State == VirDomainState.VIR_DOMAIN_RUNNING
            ? domain
            : throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "domain is not running");
    }

    private static Disk? FindDisk(TestDomain domain, string path) =>
        domain.Definition.Disks.Find(disk => disk.Target == path || disk.Source.Path == path);

    private static string[] Places(string[] wanted) => wanted.Length == 0
        ? FileSystems
        : Array.Find(wanted, place => !FileSystems.Contains(place)) is { } unknown
            ? throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"mount point not found: {unknown}")
            : wanted;
}
