using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>Limits and weights, which are only written down.</content>
internal sealed partial class TestDomainProcedures
{
    private static readonly string[] IoLimits =
    [
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH,
        VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH,
    ];

    public ValueTask<DomainGetMemoryParametersRet> DomainGetMemoryParametersAsync(
        TestHypervisor call, DomainGetMemoryParametersArgs args)
    {
        var tune = call.Find(args.Dom).Select(Impact(args.Flags)).MemoryTune;
        TypedParameter[] all =
        [
            TypedParameter.Of(VirConstants.VIR_DOMAIN_MEMORY_HARD_LIMIT, tune.HardLimit ?? MemoryTune.Unlimited),
            TypedParameter.Of(VirConstants.VIR_DOMAIN_MEMORY_SOFT_LIMIT, tune.SoftLimit ?? MemoryTune.Unlimited),
            TypedParameter.Of(VirConstants.VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT,
                tune.SwapHardLimit ?? MemoryTune.Unlimited),
        ];
        return new(new DomainGetMemoryParametersRet { Params = First(all, args.Nparams), Nparams = all.Length });
    }

    public ValueTask DomainSetMemoryParametersAsync(TestHypervisor call, DomainSetMemoryParametersArgs args)
    {
        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            foreach (var parameter in args.Params)
            {
                var limit = Number(parameter);
                _ = parameter.Field switch
                {
                    VirConstants.VIR_DOMAIN_MEMORY_HARD_LIMIT => definition.MemoryTune.HardLimit = limit,
                    VirConstants.VIR_DOMAIN_MEMORY_SOFT_LIMIT => definition.MemoryTune.SoftLimit = limit,
                    VirConstants.VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT => definition.MemoryTune.SwapHardLimit = limit,
                    _ => throw UnknownParameter(parameter),
                };
            }
        }

        return default;
    }

    public ValueTask<DomainGetNumaParametersRet> DomainGetNumaParametersAsync(
        TestHypervisor call, DomainGetNumaParametersArgs args)
    {
        var tune = call.Find(args.Dom).Select(Impact(args.Flags)).NumaTune;
        TypedParameter[] all =
        [
            TypedParameter.Of(VirConstants.VIR_DOMAIN_NUMA_MODE, (int)tune.Mode),
            TypedParameter.Of(VirConstants.VIR_DOMAIN_NUMA_NODESET, tune.Nodes?.ToString() ?? ""),
        ];
        return new(new DomainGetNumaParametersRet { Params = First(all, args.Nparams), Nparams = all.Length });
    }

    public ValueTask<DomainGetBlkioParametersRet> DomainGetBlkioParametersAsync(
        TestHypervisor call, DomainGetBlkioParametersArgs args)
    {
        var tune = call.Find(args.Dom).Select(Impact(args.Flags)).BlkioTune;
        TypedParameter Each(string name, Func<BlkioDevice, ulong> read) => TypedParameter.Of(
            name, string.Join(',',
                tune.Devices.Where(device => read(device) > 0).Select(device => $"{device.Path},{read(device)}")));
        TypedParameter[] all =
        [
            TypedParameter.Of(VirConstants.VIR_DOMAIN_BLKIO_WEIGHT, tune.Weight),
            Each(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, device => device.Weight),
            Each(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, device => device.ReadIops),
            Each(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS, device => device.WriteIops),
            Each(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, device => device.ReadBytes),
            Each(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS, device => device.WriteBytes),
        ];
        return new(new DomainGetBlkioParametersRet { Params = First(all, args.Nparams), Nparams = all.Length });
    }

    public ValueTask<DomainGetBlockIoTuneRet> DomainGetBlockIoTuneAsync(
        TestHypervisor call, DomainGetBlockIoTuneArgs args)
    {
        var definition = call.Find(args.Dom).Select(Impact(args.Flags));
        if (args.Nparams == 0)
        {
            return new(new DomainGetBlockIoTuneRet { Params = [], Nparams = IoLimits.Length });
        }

        var tune = FindTunable(definition, args.Disk).IoTune ?? new IoTune();
        TypedParameter[] all = [.. IoLimits.Select(name => name == VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME
            ? TypedParameter.Of(name, tune.GroupName ?? "")
            : TypedParameter.Of(name, tune[name]))];
        return new(new DomainGetBlockIoTuneRet { Params = First(all, args.Nparams), Nparams = all.Length });
    }

    public ValueTask DomainSetBlockIoTuneAsync(TestHypervisor call, DomainSetBlockIoTuneArgs args)
    {
        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            var disk = FindTunable(definition, args.Disk);
            var tune = disk.IoTune ?? new IoTune();
            foreach (var parameter in args.Params)
            {
                if (!IoLimits.Contains(parameter.Field))
                {
                    throw UnknownParameter(parameter);
                }

                if (parameter.Field == VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME)
                {
                    tune.GroupName = parameter.Value.ToString() is { Length: > 0 } group ? group : null;
                }
                else
                {
                    tune[parameter.Field] = Number(parameter);
                }
            }

            disk.IoTune = tune.IsEmpty ? null : tune;
        }

        return default;
    }

    public ValueTask DomainAddIothreadAsync(TestHypervisor call, DomainAddIothreadArgs args)
    {
        if (args.IothreadId == 0)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, "invalid value of 0 for iothread_id");
        }

        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            if (definition.IoThreads.Find(args.IothreadId) is not null)
            {
                throw TestHypervisor.Fault(
                    VirErrorNumber.VIR_ERR_INVALID_ARG,
                    $"an IOThread is already using iothread_id '{args.IothreadId}'");
            }

            definition.IoThreads.Threads.Add(new IoThread { Id = args.IothreadId });
        }

        return default;
    }

    public ValueTask DomainDelIothreadAsync(TestHypervisor call, DomainDelIothreadArgs args)
    {
        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            if (definition.IoThreads.Threads.RemoveAll(thread => thread.Id == args.IothreadId) == 0)
            {
                throw TestHypervisor.Fault(
                    VirErrorNumber.VIR_ERR_INVALID_ARG,
                    $"cannot find IOThread '{args.IothreadId}' in iothreadids list");
            }
        }

        return default;
    }

    /// <summary>None where the caller asks how many there are; else as many as it takes.</summary>
    private static TypedParameter[] First(TypedParameter[] all, int count) => [.. all.Take(count)];

    private static ulong Number(in TypedParameter parameter) => parameter.Value.ToUInt64()
        ?? throw TestHypervisor.Fault(
            VirErrorNumber.VIR_ERR_INVALID_ARG, $"invalid value of parameter '{parameter.Field}'");

    private static VirException UnknownParameter(in TypedParameter parameter) => TestHypervisor.Fault(
        VirErrorNumber.VIR_ERR_INVALID_ARG, $"parameter '{parameter.Field}' not supported");

    private static Disk FindTunable(DomainDefinition definition, string? name) =>
        definition.Disks.Find(disk => disk.Target == name || disk.Source.Path == name)
        ?? throw TestHypervisor.Fault(
            VirErrorNumber.VIR_ERR_INVALID_ARG, $"disk '{name}' was not found in the domain config");
}
