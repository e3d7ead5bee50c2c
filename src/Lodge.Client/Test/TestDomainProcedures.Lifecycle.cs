using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>Start, stop and everything between.</content>
internal sealed partial class TestDomainProcedures
{
    public ValueTask DomainCreateAsync(TestHypervisor call, DomainCreateArgs args)
    {
        Start(call, args.Dom, 0);
        return default;
    }

    public ValueTask<DomainCreateWithFlagsRet> DomainCreateWithFlagsAsync(
        TestHypervisor call, DomainCreateWithFlagsArgs args) =>
        new(new DomainCreateWithFlagsRet { Dom = Start(call, args.Dom, args.Flags).ToWire() });

    public ValueTask DomainSuspendAsync(TestHypervisor call, DomainSuspendArgs args)
    {
        var domain = call.Find(args.Dom);
        if (domain.State is VirDomainState.VIR_DOMAIN_SHUTOFF or VirDomainState.VIR_DOMAIN_PAUSED)
        {
            throw NotRunning(domain);
        }

        domain.SetState(VirDomainState.VIR_DOMAIN_PAUSED, (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_USER);
        call.SendLifecycle(
            domain,
            VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
            (int)VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
        return default;
    }

    public ValueTask DomainResumeAsync(TestHypervisor call, DomainResumeArgs args)
    {
        var domain = call.Find(args.Dom);
        if (domain.State != VirDomainState.VIR_DOMAIN_PAUSED)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"domain '{domain.Name}' not paused");
        }

        domain.SetState(VirDomainState.VIR_DOMAIN_RUNNING, (int)VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
        call.SendLifecycle(
            domain,
            VirDomainEventType.VIR_DOMAIN_EVENT_RESUMED,
            (int)VirDomainEventResumedDetailType.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
        return default;
    }

    public ValueTask DomainShutdownAsync(TestHypervisor call, DomainShutdownArgs args) => Shutdown(call, args.Dom, 0);

    public ValueTask DomainShutdownFlagsAsync(TestHypervisor call, DomainShutdownFlagsArgs args) =>
        Shutdown(call, args.Dom, args.Flags);

    public ValueTask DomainRebootAsync(TestHypervisor call, DomainRebootArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0x1f, "testDomainReboot");
        var domain = call.FindActive(args.Dom);
        Act(call, domain, domain.Definition.OnReboot);
        return default;
    }

    public ValueTask DomainResetAsync(TestHypervisor call, DomainResetArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainReset");
        call.FindActive(args.Dom);
        return default;
    }

    public ValueTask DomainDestroyAsync(TestHypervisor call, DomainDestroyArgs args) => Destroy(call, args.Dom, 0);

    public ValueTask DomainDestroyFlagsAsync(TestHypervisor call, DomainDestroyFlagsArgs args) =>
        Destroy(call, args.Dom, args.Flags);

    public ValueTask DomainManagedSaveAsync(TestHypervisor call, DomainManagedSaveArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 7, "testDomainManagedSave");
        var domain = call.FindActive(args.Dom);
        if (!domain.IsPersistent)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, "cannot do managed save for transient domain");
        }

        call.Stop(
            domain,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SAVED,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SAVED);
        domain.HasManagedSave = true;
        return default;
    }

    public ValueTask<DomainHasManagedSaveImageRet> DomainHasManagedSaveImageAsync(
        TestHypervisor call, DomainHasManagedSaveImageArgs args) =>
        new(new DomainHasManagedSaveImageRet { Result = call.Find(args.Dom).HasManagedSave ? 1 : 0 });

    public ValueTask DomainManagedSaveRemoveAsync(TestHypervisor call, DomainManagedSaveRemoveArgs args)
    {
        call.Find(args.Dom).HasManagedSave = false;
        return default;
    }

    private static TestDomain Start(TestHypervisor call, in RemoteDomain wire, uint flags)
    {
        TestHypervisor.CheckFlags(flags, 0, "testDomainCreateWithFlags");
        var domain = call.Find(wire);
        if (domain.State != VirDomainState.VIR_DOMAIN_SHUTOFF)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Domain '{domain.Name}' is already running");
        }

        call.Start(
            domain,
            VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED,
            VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_BOOTED);
        return domain;
    }

    private static ValueTask Shutdown(TestHypervisor call, in RemoteDomain wire, uint flags)
    {
        TestHypervisor.CheckFlags(flags, 0, "testDomainShutdownFlags");
        var domain = call.Find(wire);
        if (domain.State == VirDomainState.VIR_DOMAIN_SHUTOFF)
        {
            throw NotRunning(domain);
        }

        Act(call, domain, domain.Definition.OnPoweroff);
        return default;
    }

    private static ValueTask Destroy(TestHypervisor call, in RemoteDomain wire, uint flags)
    {
        TestHypervisor.CheckFlags(
            flags, (uint)VirDomainDestroyFlagsValues.VIR_DOMAIN_DESTROY_GRACEFUL, "testDomainDestroyFlags");
        call.Stop(
            call.FindActive(wire),
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_DESTROYED,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
        return default;
    }

    /// <summary>Does what the description says is done when the guest ends or restarts.</summary>
    private static void Act(TestHypervisor call, TestDomain domain, LifecycleAction action)
    {
        if (action is LifecycleAction.Restart or LifecycleAction.RenameRestart)
        {
            domain.SetState(VirDomainState.VIR_DOMAIN_RUNNING, (int)VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED);
            return;
        }

        call.Stop(
            domain,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
    }

    private static VirException NotRunning(TestDomain domain) =>
        TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"domain '{domain.Name}' not running");
}
