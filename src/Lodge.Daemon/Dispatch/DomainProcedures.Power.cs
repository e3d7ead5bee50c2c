using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask DomainShutdownAsync(ClientCall call, DomainShutdownArgs args) =>
        driver.Power.ShutdownAsync(driver.Find(args.Dom), 0, call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainShutdownFlagsAsync(ClientCall call, DomainShutdownFlagsArgs args)
    {
        const VirDomainShutdownFlagValues Known = VirDomainShutdownFlagValues.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN
            | VirDomainShutdownFlagValues.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainShutdownFlags");
        return driver.Power.ShutdownAsync(
            driver.Find(args.Dom), (VirDomainShutdownFlagValues)args.Flags, call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DomainRebootAsync(ClientCall call, DomainRebootArgs args)
    {
        const VirDomainRebootFlagValues Known = VirDomainRebootFlagValues.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN
            | VirDomainRebootFlagValues.VIR_DOMAIN_REBOOT_GUEST_AGENT;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainReboot");
        return driver.Power.RebootAsync(
            driver.Find(args.Dom), (VirDomainRebootFlagValues)args.Flags, call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DomainResetAsync(ClientCall call, DomainResetArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainReset");
        return driver.Power.ResetAsync(driver.Find(args.Dom), call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DomainSuspendAsync(ClientCall call, DomainSuspendArgs args) =>
        GuestPower.SuspendAsync(driver.Find(args.Dom), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainResumeAsync(ClientCall call, DomainResumeArgs args) =>
        GuestPower.ResumeAsync(driver.Find(args.Dom), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainDestroyAsync(ClientCall call, DomainDestroyArgs args) =>
        driver.Power.DestroyAsync(driver.Find(args.Dom), 0, "virDomainDestroy", call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainDestroyFlagsAsync(ClientCall call, DomainDestroyFlagsArgs args)
    {
        const VirDomainDestroyFlagsValues Known = VirDomainDestroyFlagsValues.VIR_DOMAIN_DESTROY_GRACEFUL
            | VirDomainDestroyFlagsValues.VIR_DOMAIN_DESTROY_REMOVE_LOGS;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainDestroyFlags");
        return driver.Power.DestroyAsync(
            driver.Find(args.Dom),
            (VirDomainDestroyFlagsValues)args.Flags,
            "virDomainDestroyFlags",
            call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DomainPmWakeupAsync(ClientCall call, DomainPmWakeupArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainPMWakeup");
        var domain = driver.Find(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Modify, "virDomainPMWakeup", call.CancellationToken);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        await live.Monitor.ExecuteAsync("system_wakeup");
    }
}
