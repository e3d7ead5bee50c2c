using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>Memory and virtual processors.</content>
internal sealed partial class TestDomainProcedures
{
    private const int HostCpus = 16;

    public ValueTask<DomainGetMaxMemoryRet> DomainGetMaxMemoryAsync(TestHypervisor call, DomainGetMaxMemoryArgs args) =>
        new(new DomainGetMaxMemoryRet { Memory = call.Find(args.Dom).Definition.Memory });

    public ValueTask DomainSetMaxMemoryAsync(TestHypervisor call, DomainSetMaxMemoryArgs args) =>
        SetMemory(call, args.Dom, args.Memory, (uint)VirDomainMemoryModFlags.VIR_DOMAIN_MEM_MAXIMUM);

    public ValueTask DomainSetMemoryAsync(TestHypervisor call, DomainSetMemoryArgs args) =>
        SetMemory(call, args.Dom, args.Memory, (uint)VirDomainMemoryModFlags.VIR_DOMAIN_MEM_LIVE);

    public ValueTask DomainSetMemoryFlagsAsync(TestHypervisor call, DomainSetMemoryFlagsArgs args) =>
        SetMemory(call, args.Dom, args.Memory, args.Flags);

    public ValueTask<DomainGetMaxVcpusRet> DomainGetMaxVcpusAsync(TestHypervisor call, DomainGetMaxVcpusArgs args) =>
        new(new DomainGetMaxVcpusRet { Num = (int)call.FindActive(args.Dom).Definition.Vcpus.Maximum });

    public ValueTask<DomainGetVcpusFlagsRet> DomainGetVcpusFlagsAsync(TestHypervisor call, DomainGetVcpusFlagsArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 7, "testDomainGetVcpusFlags");
        var vcpus = call.Find(args.Dom).Select(Impact(args.Flags)).Vcpus;
        var wantsMaximum = (args.Flags & (uint)VirDomainVcpuFlags.VIR_DOMAIN_VCPU_MAXIMUM) != 0;
        return new(new DomainGetVcpusFlagsRet { Num = (int)(wantsMaximum ? vcpus.Maximum : vcpus.Online) });
    }

    public ValueTask DomainSetVcpusAsync(TestHypervisor call, DomainSetVcpusArgs args) =>
        SetVcpus(call, args.Dom, args.Nvcpus, (uint)VirDomainVcpuFlags.VIR_DOMAIN_VCPU_LIVE);

    public ValueTask DomainSetVcpusFlagsAsync(TestHypervisor call, DomainSetVcpusFlagsArgs args) =>
        SetVcpus(call, args.Dom, args.Nvcpus, args.Flags);

    public ValueTask<DomainGetVcpusRet> DomainGetVcpusAsync(TestHypervisor call, DomainGetVcpusArgs args)
    {
        var domain = call.Find(args.Dom);
        if (!domain.IsActive)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, "cannot list vcpus for an inactive domain");
        }

        var count = (int)Math.Min((uint)args.Maxinfo, domain.Definition.Vcpus.Online);
        return new(new DomainGetVcpusRet
        {
            Info = [.. Enumerable.Range(0, count).Select(number => new VcpuInfo
            {
                Number = (uint)number,
                State = (int)VirVcpuState.VIR_VCPU_RUNNING,
                Cpu = PinsOf(domain.Definition, (uint)number).Max(),
                CpuTime = (ulong)Microseconds() / 10,
            })],
            Cpumaps = Maps(Enumerable.Range(0, count).Select(vcpu => PinsOf(domain.Definition, (uint)vcpu)),
                args.Maplen),
        });
    }

    public ValueTask DomainPinVcpuAsync(TestHypervisor call, DomainPinVcpuArgs args) =>
        PinVcpu(call, args.Dom, args.Vcpu, args.Cpumap);

    public ValueTask DomainPinVcpuFlagsAsync(TestHypervisor call, DomainPinVcpuFlagsArgs args) =>
        PinVcpu(call, args.Dom, args.Vcpu, args.Cpumap);

    public ValueTask<DomainGetVcpuPinInfoRet> DomainGetVcpuPinInfoAsync(
        TestHypervisor call, DomainGetVcpuPinInfoArgs args)
    {
        var definition = call.Find(args.Dom).Select(Impact(args.Flags));
        var count = (int)Math.Min((uint)args.Ncpumaps, definition.Vcpus.Maximum);
        return new(new DomainGetVcpuPinInfoRet
        {
            Cpumaps = Maps(Enumerable.Range(0, count).Select(vcpu => PinsOf(definition, (uint)vcpu)), args.Maplen),
                Num = count,
        });
    }

    public ValueTask DomainPinEmulatorAsync(TestHypervisor call, DomainPinEmulatorArgs args)
    {
        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            definition.CpuTune.EmulatorPin = new CpuSet(Members(args.Cpumap));
        }

        return default;
    }

    public ValueTask<DomainGetEmulatorPinInfoRet> DomainGetEmulatorPinInfoAsync(
        TestHypervisor call, DomainGetEmulatorPinInfoArgs args)
    {
        var definition = call.Find(args.Dom).Select(Impact(args.Flags));
        var pins = definition.CpuTune.EmulatorPin?.Members ?? AllCpus(definition);
        return new(new DomainGetEmulatorPinInfoRet { Cpumaps = Maps([pins], args.Maplen), Ret = 1 });
    }

    public ValueTask<DomainGetIothreadInfoRet> DomainGetIothreadInfoAsync(
        TestHypervisor call, DomainGetIothreadInfoArgs args)
    {
        var definition = call.Find(args.Dom).Select(Impact(args.Flags));
        DomainIothreadInfo[] threads = [.. definition.IoThreads.Threads.Select(thread => new DomainIothreadInfo
        {
            IothreadId = thread.Id,
            Cpumap = Maps(
                [definition.CpuTune.IoThreadPins.GetValueOrDefault(thread.Id)?.Members ?? AllCpus(definition)],
                (HostCpus + 7) / 8),
        })];
        return new(new DomainGetIothreadInfoRet { Info = threads, Ret = (uint)threads.Length });
    }

    private static VirDomainModificationImpact Impact(uint flags) => (VirDomainModificationImpact)(flags & 3);

    private static ValueTask SetMemory(TestHypervisor call, in RemoteDomain wire, ulong memory, uint flags)
    {
        TestHypervisor.CheckFlags(flags, 7, "testDomainSetMemoryFlags");
        var domain = call.Find(wire);
        var definition = domain.Select(Impact(flags));
        if ((flags & (uint)VirDomainMemoryModFlags.VIR_DOMAIN_MEM_MAXIMUM) != 0)
        {
            if (domain.IsActive && ReferenceEquals(definition, domain.Definition))
            {
                throw TestHypervisor.Fault(
                    VirErrorNumber.VIR_ERR_OPERATION_INVALID, "cannot resize the maximum memory on an active domain");
            }

            definition.Memory = memory;
            definition.CurrentMemory = Math.Min(definition.CurrentMemory, memory);
            return default;
        }

        if (memory > definition.Memory)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, "cannot set memory higher than max memory");
        }

        definition.CurrentMemory = memory;
        return default;
    }

    private static ValueTask SetVcpus(TestHypervisor call, in RemoteDomain wire, uint count, uint flags)
    {
        TestHypervisor.CheckFlags(flags, 7, "testDomainSetVcpusFlags");
        if (count > MaxVcpus)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                $"requested cpu amount exceeds maximum supported amount ({count} > {MaxVcpus})");
        }

        var setsMaximum = (flags & (uint)VirDomainVcpuFlags.VIR_DOMAIN_VCPU_MAXIMUM) != 0;
        var domain = call.Find(wire);
        var definitions = domain.SelectAll(Impact(flags));
        foreach (var definition in definitions)
        {
            var isLive = domain.IsActive && ReferenceEquals(definition, domain.Definition);
            if (definition.Vcpus.Maximum < count && (isLive || !setsMaximum))
            {
                throw TestHypervisor.Fault(
                    VirErrorNumber.VIR_ERR_INVALID_ARG,
                    $"requested cpu amount exceeds maximum ({count} > {definition.Vcpus.Maximum})");
            }
        }

        foreach (var definition in definitions)
        {
            definition.Vcpus.Maximum = setsMaximum ? count : definition.Vcpus.Maximum;
            definition.Vcpus.Current = setsMaximum ? Math.Min(count, definition.Vcpus.Current) : count;
        }

        return default;
    }

    private static ValueTask PinVcpu(TestHypervisor call, in RemoteDomain wire, uint vcpu, byte[] map)
    {
        var domain = call.Find(wire);
        if (!domain.IsActive)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, "cannot pin vcpus on an inactive domain");
        }

        if (vcpu >= domain.Definition.Vcpus.Online)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INVALID_ARG, $"requested vcpu '{vcpu}' is not present in the domain");
        }

        domain.Definition.CpuTune.VcpuPins[vcpu] = new CpuSet(Members(map));
        return default;
    }

    private static IReadOnlyList<int> PinsOf(DomainDefinition definition, uint vcpu) =>
        definition.CpuTune.VcpuPins.TryGetValue(vcpu, out var pins) ? pins.Members : AllCpus(definition);

    private static IReadOnlyList<int> AllCpus(DomainDefinition definition) =>
        definition.Vcpus.HostCpus?.Members ?? [.. Enumerable.Range(0, HostCpus)];

    private static IEnumerable<int> Members(byte[] map) =>
        Enumerable.Range(0, map.Length * 8).Where(cpu => (map[cpu / 8] >> (cpu % 8) & 1) != 0);

    private static byte[] Maps(IEnumerable<IReadOnlyList<int>> pins, int length) =>
    [
        .. pins.SelectMany(cpus =>
        {
            var map = new byte[Math.Clamp(length, 0, RemoteConstants.REMOTE_CPUMAP_MAX)];
            foreach (var cpu in cpus.Where(cpu => cpu / 8 < map.Length))
            {
                map[cpu / 8] |= (byte)(1 << (cpu % 8));
            }

            return map;
        }),
    ];
}
