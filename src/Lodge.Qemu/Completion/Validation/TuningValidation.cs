using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Shares, periods and quotas out of range, block devices tuned twice, thread pools, identity maps.</summary>
internal static class TuningValidation
{
    private static readonly string[] Prefixes = ["", "global_", "emulator_", "iothread_"];

    public static VirException? FindQemu(DomainDefinition domain, IMachineFacts facts) =>
        !facts.Has(QemuCapability.IothreadThreadPoolMax)
            && Pools(domain).Any(pool => (pool.PoolMinimum ?? pool.PoolMaximum) is not null)
            ? Unsupported("thread_pool_min and thread_pool_max is not supported by this QEMU binary") : null;

    public static VirException? Find(DomainDefinition domain) => FindResource(domain) ?? FindCpu(domain.CpuTune)
        ?? FindBlock(domain.BlkioTune) ?? FindIdentityMap(domain);

    public static VirException? FindThreadPools(DomainDefinition domain) => Pools(domain)
        .Select(pool => pool.PoolMaximum == 0 ? DomainUnsupported("thread_pool_max must be a positive integer")
            : pool.PoolMinimum > (pool.PoolMaximum ?? -1)
                ? DomainUnsupported("thread_pool_min must be smaller or equal to thread_pool_max")
            : null)
        .FirstOrDefault(refused => refused is not null);

    private static IEnumerable<IoThread> Pools(DomainDefinition domain) => domain.IoThreads.Default is { } all
        ? domain.IoThreads.Threads.Append(all) : domain.IoThreads.Threads;

    private static VirException? FindResource(DomainDefinition domain) => domain.FibreChannelAppId switch
    {
        null => null,
        var name when name.Any(letter => letter is < ' ' or > '~') =>
            DomainXml("Fibre Channel 'appid' is not a printable string"),
        { Length: < 1 or > 128 } => Domain(VirErrorNumber.VIR_ERR_INVALID_ARG,
            "Fibre Channel 'appid' string length must be between [1, 128]"),
        _ => null,
    };

    private static VirException? FindCpu(CpuTune tune)
    {
        if (tune.Shares is > 0 and (< 2 or > 262144))
        {
            return DomainUnsupported("Value of cputune 'shares' must be in range [2, 262144]");
        }

        foreach (var prefix in Prefixes)
        {
            if (tune.Period(prefix + "period") is > 0 and (< 1000 or > 1000000))
            {
                return DomainUnsupported($"Value of cputune '{prefix}period' must be in range [1000, 1000000]");
            }
        }

        foreach (var prefix in Prefixes)
        {
            if (tune.Quota(prefix + "quota") is > 0 and (< 1000 or > 17592186044415))
            {
                return DomainUnsupported($"Value of cputune '{prefix}quota' must be in range [1000, 17592186044415]");
            }
        }

        return null;
    }

    private static VirException? FindBlock(BlkioTune tune) =>
        tune.Devices.GroupBy(device => device.Path).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? DomainUnsupported($"duplicate blkio device path '{twice.Key}'") : null;

    private static VirException? FindIdentityMap(DomainDefinition domain) =>
        domain.UserMap.Count > 0 != domain.GroupMap.Count > 0
            ? DomainUnsupported("uid and gid should be mapped both")
        : (domain.UserMap.Count > 0 && domain.UserMap[0].Start != 0)
            || (domain.GroupMap.Count > 0 && domain.GroupMap[0].Start != 0)
            ? DomainUnsupported("You must map the root user of container")
        : null;
}
