using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Qmp = Lodge.Qemu.Qmp.Events;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestWatch
{
    private void HandleShutdown(Qmp.ShutdownEvent shutdown)
    {
        var snapshot = _domain.Current;
        if (snapshot.Live != _live || snapshot.State == VirDomainState.VIR_DOMAIN_SHUTDOWN || _live.IsStopping)
            return;
        _live.ReportPowerChange();

        // QEMU stays with its machine off (-no-shutdown), so that a reboot can go on in the same process.
        if (_live.IsRebooting || _live.Definition.OnPoweroff == LifecycleAction.Restart)
        {
            _live.IsOffForReboot = true;
            _ = RebootAsync();
            return;
        }

        _live.HasShutDown = true;
        var detail = shutdown.ByGuest
            ? VirDomainEventShutdownDetailType.VIR_DOMAIN_EVENT_SHUTDOWN_GUEST
            : VirDomainEventShutdownDetailType.VIR_DOMAIN_EVENT_SHUTDOWN_HOST;
        Move(
            static s => true,
            VirDomainState.VIR_DOMAIN_SHUTDOWN,
            (int)VirDomainShutdownReason.VIR_DOMAIN_SHUTDOWN_UNKNOWN,
            VirDomainEventType.VIR_DOMAIN_EVENT_SHUTDOWN,
            (int)detail);
        _ = _driver.Stopper.StopAsync(
            _domain,
            _live,
            graceful: false,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
    }

    private async Task RebootAsync()
    {
        try
        {
            using var job = await DomainDriver.BeginJobAsync(_domain, Jobs.DomainJobKind.Modify, "reboot");
            _live.RunningReason = _domain.Current.State == VirDomainState.VIR_DOMAIN_CRASHED
                ? VirDomainRunningReason.VIR_DOMAIN_RUNNING_CRASHED
                : VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED;
            await _live.Monitor.ResetAsync();
            await _live.Monitor.ContAsync();
        }
        catch (Exception failure)
        {
            Log.Error($"Cannot reboot domain '{_domain.Current.Name}': {failure.Message}");
            _live.Process?.Kill();
        }
    }

    private void HandleReset()
    {
        var snapshot = _domain.Current;
        if (snapshot.State == VirDomainState.VIR_DOMAIN_PAUSED
            && snapshot.Reason == (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_STARTING_UP)
        {
            return;
        }

        if (!_live.IsOffForReboot)
            _live.IsRebooting = false;
        _live.ReportPowerChange();
        _driver.Events.Emit(new RebootEvent(DomainDriver.Wire(snapshot)));
        _driver.SaveStatus(_domain, _live);
    }

    private void HandleStop()
    {
        var reason = _live.PausedReason;
        _live.PausedReason = VirDomainPausedReason.VIR_DOMAIN_PAUSED_UNKNOWN;
        if (_live.IsOffForReboot)
            return;
        Move(
            static s => s.State == VirDomainState.VIR_DOMAIN_RUNNING,
            VirDomainState.VIR_DOMAIN_PAUSED,
            (int)reason,
            VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
            (int)SuspendedDetail(reason));
    }

    private void HandleResume()
    {
        var reason = _live.RunningReason;
        _live.RunningReason = VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNKNOWN;
        if (reason == VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNKNOWN)
            reason = VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED;
        _live.DiskErrors.Clear();
        if (_live.IsOffForReboot)
        {
            _live.IsOffForReboot = false;
            _live.IsRebooting = false;
        }

        Move(
            static s => s.State != VirDomainState.VIR_DOMAIN_RUNNING && s.State != VirDomainState.VIR_DOMAIN_SHUTDOWN,
            VirDomainState.VIR_DOMAIN_RUNNING,
            (int)reason,
            VirDomainEventType.VIR_DOMAIN_EVENT_RESUMED,
            (int)ResumedDetail(reason));
    }

    private void HandleSuspend(bool toDisk)
    {
        _live.ReportPowerChange();
        var domain = DomainDriver.Wire(_domain.Current);
        _driver.Events.Emit(toDisk ? new SuspendedToDiskEvent(domain) : new SuspendedByGuestEvent(domain));
        Move(
            static s => s.State == VirDomainState.VIR_DOMAIN_RUNNING,
            VirDomainState.VIR_DOMAIN_PMSUSPENDED,
            (int)VirDomainPMSuspendedReason.VIR_DOMAIN_PMSUSPENDED_UNKNOWN,
            VirDomainEventType.VIR_DOMAIN_EVENT_PMSUSPENDED,
            (int)(toDisk
                ? VirDomainEventPMSuspendedDetailType.VIR_DOMAIN_EVENT_PMSUSPENDED_DISK
                : VirDomainEventPMSuspendedDetailType.VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY));
    }

    private void HandleWakeup()
    {
        _driver.Events.Emit(new WokenEvent(DomainDriver.Wire(_domain.Current)));
        Move(
            static s => s.State == VirDomainState.VIR_DOMAIN_PMSUSPENDED,
            VirDomainState.VIR_DOMAIN_RUNNING,
            (int)VirDomainRunningReason.VIR_DOMAIN_RUNNING_WAKEUP,
            VirDomainEventType.VIR_DOMAIN_EVENT_STARTED,
            (int)VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_WAKEUP);
    }

    private void HandleWatchdog(Qmp.WatchdogEvent watchdog)
    {
        var action = watchdog.Action switch
        {
            "pause" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
            "reset" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_RESET,
            "poweroff" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
            "shutdown" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
            "debug" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
            "inject-nmi" => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
            _ => VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_NONE,
        };
        _driver.Events.Emit(new WatchdogEvent(DomainDriver.Wire(_domain.Current), action));
        if (action != VirDomainEventWatchdogAction.VIR_DOMAIN_EVENT_WATCHDOG_PAUSE)
            return;
        Move(
            static s => s.State == VirDomainState.VIR_DOMAIN_RUNNING,
            VirDomainState.VIR_DOMAIN_PAUSED,
            (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_WATCHDOG,
            VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
            (int)VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG);
    }

    private static VirDomainEventSuspendedDetailType SuspendedDetail(VirDomainPausedReason reason) => reason switch
    {
        VirDomainPausedReason.VIR_DOMAIN_PAUSED_MIGRATION =>
            VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED,
        VirDomainPausedReason.VIR_DOMAIN_PAUSED_FROM_SNAPSHOT =>
            VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT,
        VirDomainPausedReason.VIR_DOMAIN_PAUSED_IOERROR =>
            VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_IOERROR,
        VirDomainPausedReason.VIR_DOMAIN_PAUSED_WATCHDOG =>
            VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG,
        VirDomainPausedReason.VIR_DOMAIN_PAUSED_POSTCOPY_FAILED =>
            VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED,
        _ => VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
    };

    private static VirDomainEventResumedDetailType ResumedDetail(VirDomainRunningReason reason) => reason switch
    {
        VirDomainRunningReason.VIR_DOMAIN_RUNNING_MIGRATED =>
            VirDomainEventResumedDetailType.VIR_DOMAIN_EVENT_RESUMED_MIGRATED,
        VirDomainRunningReason.VIR_DOMAIN_RUNNING_FROM_SNAPSHOT =>
            VirDomainEventResumedDetailType.VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT,
        _ => VirDomainEventResumedDetailType.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED,
    };
}
