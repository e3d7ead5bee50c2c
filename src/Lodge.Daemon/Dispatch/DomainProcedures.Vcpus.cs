using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Agent.Commands;
using static Lodge.Protocol.Constants.VirDomainVcpuFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const int MostVcpus = 32768;
    private const uint MaximumVcpus = (uint)VIR_DOMAIN_VCPU_MAXIMUM;
    private const uint GuestVcpus = (uint)VIR_DOMAIN_VCPU_GUEST;
    private const uint HotpluggableVcpus = (uint)VIR_DOMAIN_VCPU_HOTPLUGGABLE;

    /// <inheritdoc/>
    public ValueTask DomainSetVcpusAsync(ClientCall call, DomainSetVcpusArgs args) =>
        SetVcpusAsync(Change(call, args.Dom, AffectLive, "virDomainSetVcpus"), args.Nvcpus, 0);

    /// <inheritdoc/>
    public async ValueTask DomainSetVcpusFlagsAsync(ClientCall call, DomainSetVcpusFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, AffectBoth | MaximumVcpus | GuestVcpus | HotpluggableVcpus, "qemuDomainSetVcpusFlags");
        if ((args.Flags & GuestVcpus) != 0)
        {
            await SetGuestVcpusAsync(call, args.Dom, args.Nvcpus);
            return;
        }

        await SetVcpusAsync(
            Change(call, args.Dom, args.Flags & AffectBoth, "virDomainSetVcpusFlags"), args.Nvcpus, args.Flags);
    }

    /// <inheritdoc/>
    public ValueTask DomainSetVcpuAsync(ClientCall call, DomainSetVcpuArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetVcpu");
        if (args.State is not (0 or 1))
            throw DomainErrors.InvalidArgument("state in virDomainSetVcpu: unsupported state value");
        if (!CpuSet.TryParse(args.Cpumap, out var map))
            throw DomainErrors.InvalidArgument($"Failed to parse bitmap '{args.Cpumap}'");
        var chosen = Enumerable.Range(0, MostVcpus).Where(map.Contains).Select(number => (uint)number).ToHashSet();
        return chosen.Count == 0
            ? throw DomainErrors.InvalidArgument("no vcpus selected for modification")
            : driver.Vcpus.SetAsync(Change(call, args.Dom, args.Flags, "virDomainSetVcpu"), chosen, args.State == 1);
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetVcpusFlagsRet> DomainGetVcpusFlagsAsync(
        ClientCall call, DomainGetVcpusFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | MaximumVcpus | GuestVcpus, "qemuDomainGetVcpusFlags");
        var domain = driver.Find(args.Dom);
        if ((args.Flags & GuestVcpus) == 0)
            return new DomainGetVcpusFlagsRet { Num = (int)VcpuCount(domain.Current, args.Flags) };
        if (!domain.Current.IsActive)
        {
            throw DomainErrors.InvalidArgument(
                "vCPU count provided by the guest agent can only be requested for live domains");
        }

        var cpus = await WithAgentAsync(call, args.Dom, "virDomainGetVcpusFlags", agent => agent.GetCpusAsync());
        return new DomainGetVcpusFlagsRet
        {
            Num = cpus.Count(cpu => cpu.IsOnline || (args.Flags & MaximumVcpus) != 0),
        };
    }

    /// <inheritdoc/>
    public ValueTask DomainPinVcpuAsync(ClientCall call, DomainPinVcpuArgs args) =>
        PinVcpuAsync(Change(call, args.Dom, AffectLive, "virDomainPinVcpu"), args.Vcpu, args.Cpumap);

    /// <inheritdoc/>
    public ValueTask DomainPinVcpuFlagsAsync(ClientCall call, DomainPinVcpuFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainPinVcpuFlags");
        return PinVcpuAsync(Change(call, args.Dom, args.Flags, "virDomainPinVcpuFlags"), args.Vcpu, args.Cpumap);
    }

    /// <inheritdoc/>
    public ValueTask DomainPinEmulatorAsync(ClientCall call, DomainPinEmulatorArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainPinEmulator");
        var request = Change(call, args.Dom, args.Flags, "virDomainPinEmulator");
        var cpus = CpuBits.ToSet(args.Cpumap);
        return driver.ChangeAsync(
            request,
            live =>
            {
                CpuAffinity.SetEmulator(live, cpus);
                driver.ChangeLive(request.Domain, live, definition => definition.CpuTune.EmulatorPin = cpus);
                driver.EmitTunable(request.Domain, "cputune.emulatorpin", cpus.ToString());
                return default;
            },
            definition => definition.CpuTune.EmulatorPin = cpus);
    }

    private ValueTask PinVcpuAsync(ChangeRequest request, uint vcpu, byte[] map)
    {
        var cpus = CpuBits.ToSet(map);
        return driver.ChangeAsync(
            request,
            live =>
            {
                if (vcpu >= live.Facts.MaximumVcpus)
                {
                    throw DomainErrors.InvalidArgument(
                        $"vcpu {vcpu} is out of range of live cpu count {live.Facts.MaximumVcpus}");
                }

                CpuAffinity.SetVcpu(live, (int)vcpu, cpus);
                driver.ChangeLive(request.Domain, live, definition => definition.CpuTune.VcpuPins[vcpu] = cpus);
                driver.EmitTunable(request.Domain, $"cputune.vcpupin{vcpu}", cpus.ToString());
                return default;
            },
            definition => definition.CpuTune.VcpuPins[vcpu] = vcpu < definition.Vcpus.Maximum
                ? cpus
                : throw DomainErrors.InvalidArgument(
                    $"vcpu {vcpu} is out of range of persistent cpu count {definition.Vcpus.Online}"));
    }

    private ValueTask SetVcpusAsync(ChangeRequest request, uint count, uint flags)
    {
        if (count == 0)
            throw DomainErrors.InvalidArgument($"nvcpus in {request.Api} must not be zero");
        return (flags & MaximumVcpus) != 0
            ? driver.ChangeAsync(request, RefuseMaximumVcpusAsync, definition => SetMaximum(definition, count))
            : driver.Vcpus.SetCountAsync(request, count, (flags & HotpluggableVcpus) != 0);
    }

    private static ValueTask RefuseMaximumVcpusAsync(LiveDomain live) =>
        throw DomainErrors.OperationUnsupported("maximum vcpu count of a live domain can't be modified");

    private static void SetMaximum(DomainDefinition definition, uint count)
    {
        if (definition.Cpu?.Topology?.Total is { } topology && topology != count)
            throw DomainErrors.InvalidArgument("CPU topology doesn't match the desired vcpu count");
        definition.Vcpus.Maximum = count;
        definition.Vcpus.Current = Math.Min(definition.Vcpus.Current, count);
        definition.Vcpus.Individual = null;
    }

    private static uint VcpuCount(DomainSnapshot now, uint flags)
    {
        var definition = DomainTarget.One(now, flags & AffectBoth);
        return (flags & MaximumVcpus) != 0 ? definition.Vcpus.Maximum : definition.Vcpus.Online;
    }
}
