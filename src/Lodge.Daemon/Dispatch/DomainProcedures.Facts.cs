using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainGetInfoRet> DomainGetInfoAsync(ClientCall call, DomainGetInfoArgs args)
    {
        var now = driver.Find(args.Dom).Current;
        var facts = now.Facts;
        return Answer(new DomainGetInfoRet
        {
            State = (byte)now.State,
            MaxMem = facts.MaximumMemory,
            Memory = facts.HasBalloon || !now.IsActive ? facts.CurrentMemory : facts.MaximumMemory,
            NrVirtCpu = (ushort)facts.Vcpus,
            CpuTime = CpuTime(now),
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetStateRet> DomainGetStateAsync(ClientCall call, DomainGetStateArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetState");
        var now = driver.Find(args.Dom).Current;
        return Answer(new DomainGetStateRet { State = (int)now.State, Reason = now.Reason });
    }

    /// <inheritdoc/>
    public ValueTask<DomainIsActiveRet> DomainIsActiveAsync(ClientCall call, DomainIsActiveArgs args) =>
        Answer(new DomainIsActiveRet { Active = driver.Find(args.Dom).Current.IsActive ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<DomainIsPersistentRet> DomainIsPersistentAsync(ClientCall call, DomainIsPersistentArgs args) =>
        Answer(new DomainIsPersistentRet { Persistent = driver.Find(args.Dom).Current.IsPersistent ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<DomainIsUpdatedRet> DomainIsUpdatedAsync(ClientCall call, DomainIsUpdatedArgs args) =>
        Answer(new DomainIsUpdatedRet { Updated = driver.Find(args.Dom).Current.IsUpdated ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<DomainGetOsTypeRet> DomainGetOsTypeAsync(ClientCall call, DomainGetOsTypeArgs args) =>
        Answer(new DomainGetOsTypeRet { Type = driver.Find(args.Dom).Current.Facts.OsType });

    /// <inheritdoc/>
    public ValueTask<DomainGetMaxMemoryRet> DomainGetMaxMemoryAsync(ClientCall call, DomainGetMaxMemoryArgs args) =>
        Answer(new DomainGetMaxMemoryRet { Memory = driver.Find(args.Dom).Current.Facts.MaximumMemory });

    /// <inheritdoc/>
    public ValueTask<DomainGetMaxVcpusRet> DomainGetMaxVcpusAsync(ClientCall call, DomainGetMaxVcpusArgs args)
    {
        var flags = (uint)(VirDomainVcpuFlags.VIR_DOMAIN_VCPU_LIVE | VirDomainVcpuFlags.VIR_DOMAIN_VCPU_MAXIMUM);
        var domain = driver.Find(args.Dom);
        if (!domain.Current.IsActive)
            throw DomainErrors.NotRunning();
        return Answer(new DomainGetMaxVcpusRet { Num = (int)VcpuCount(domain.Current, flags) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetAutostartRet> DomainGetAutostartAsync(ClientCall call, DomainGetAutostartArgs args) =>
        Answer(new DomainGetAutostartRet { Autostart = driver.Find(args.Dom).Current.Autostart ? 1 : 0 });

    /// <inheritdoc/>
    public ValueTask<DomainGetControlInfoRet> DomainGetControlInfoAsync(ClientCall call, DomainGetControlInfoArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetControlInfo");
        var (domain, live) = driver.FindRunning(args.Dom);
        var (state, elapsed) = live.Process is { Monitor.Closed.IsCompleted: true }
            ? (VirDomainControlState.VIR_DOMAIN_CONTROL_ERROR, TimeSpan.Zero)
            : domain.Jobs.Long is { } job
                ? (VirDomainControlState.VIR_DOMAIN_CONTROL_JOB, job.Elapsed)
                : domain.Jobs.IsBusy
                    ? (VirDomainControlState.VIR_DOMAIN_CONTROL_OCCUPIED, TimeSpan.Zero)
                    : (VirDomainControlState.VIR_DOMAIN_CONTROL_OK, TimeSpan.Zero);
        return Answer(new DomainGetControlInfoRet
        {
            State = (uint)state,
            Details = 0,
            StateTime = (ulong)elapsed.TotalMilliseconds,
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetMessagesRet> DomainGetMessagesAsync(ClientCall call, DomainGetMessagesArgs args)
    {
        const uint Known = (uint)(VirDomainMessageType.VIR_DOMAIN_MESSAGE_DEPRECATION
            | VirDomainMessageType.VIR_DOMAIN_MESSAGE_TAINTING);
        FlagCheck.Only(args.Flags, Known, "virDomainObjGetMessages");
        var now = driver.Find(args.Dom).Current;
        var messages = new List<string>();
        if (now.AutostartFailure is { } failure && !now.IsActive)
            messages.Add($"autostart failed: {failure}");
        return Answer(new DomainGetMessagesRet { Msgs = [.. messages] });
    }

    private static ulong CpuTime(DomainSnapshot now) =>
        now.Live?.Process is { } process
            ? ProcessTimes.OfProcess(HostFiles.Real, process.Identity.Pid)?.CpuNanoseconds ?? 0
            : 0;
}
