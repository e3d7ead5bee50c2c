using System.Text.Json;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Lodge.Qemu.Lifecycle;
using Qmp = Lodge.Qemu.Qmp.Events;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// Follows one run of a guest: what its QEMU tells becomes states and events, and its end is noticed at once.
/// </summary>
internal sealed partial class GuestWatch
{
    private readonly DomainDriver _driver;
    private readonly DomainObject _domain;
    private readonly LiveDomain _live;

    /// <summary>Follows a run from <see cref="RunAsync"/> on.</summary>
    public GuestWatch(DomainDriver driver, DomainObject domain, LiveDomain live)
    {
        _driver = driver;
        _domain = domain;
        _live = live;
    }

    /// <summary>Follows until QEMU is gone; then cleans up, unless somebody does already.</summary>
    public async Task RunAsync()
    {
        var process = _live.Process!;
        process.Monitor.EventSink = Forward;
        try
        {
            await foreach (var happened in process.Monitor.Events.ReadAllAsync())
            {
                try
                {
                    Handle(happened);
                }
                catch (Exception failure)
                {
                    Log.Error($"Cannot handle {happened.GetType().Name} of domain '{_domain.Current.Name}'", failure);
                }
            }

            await EndedAsync();
        }
        catch (Exception failure)
        {
            Log.Error($"Watching domain '{_domain.Current.Name}' failed", failure);
        }
    }

    /// <summary>Tells whoever wants to know what QEMU itself said.</summary>
    private void Forward(JsonElement message)
    {
        if (_driver.MonitorEvents.IsEmpty || message.GetProperty("event").GetString() is not { } name)
            return;
        var stamp = message.GetProperty("timestamp");
        var time = DateTimeOffset.FromUnixTimeSeconds(stamp.GetProperty("seconds").GetInt64())
            .AddMicroseconds(stamp.GetProperty("microseconds").GetInt64());
        _driver.MonitorEvents.Emit(
            DomainDriver.Wire(_domain.Current),
            name,
            time,
            message.TryGetProperty("data", out var data) ? data.GetRawText() : null);
    }

    private void Handle(Qmp.QmpEvent happened)
    {
        switch (happened)
        {
            case Qmp.ShutdownEvent shutdown:
                HandleShutdown(shutdown);
                break;
            case Qmp.ResetEvent:
                HandleReset();
                break;
            case Qmp.StopEvent:
                HandleStop();
                break;
            case Qmp.ResumeEvent:
                HandleResume();
                break;
            case Qmp.SuspendEvent:
                HandleSuspend(toDisk: false);
                break;
            case Qmp.SuspendDiskEvent:
                HandleSuspend(toDisk: true);
                break;
            case Qmp.WakeupEvent:
                HandleWakeup();
                break;
            case Qmp.GuestPanickedEvent panic:
                HandlePanic(panic);
                break;
            case Qmp.WatchdogEvent watchdog:
                HandleWatchdog(watchdog);
                break;
            case Qmp.MigrationEvent migration:
                _live.Migration?.Report(migration.Status);
                break;
            case Qmp.DumpCompletedEvent dump:
                _live.Dump?.Report(dump.Status, dump.Error);
                break;
            default:
                HandleDevice(happened);
                break;
        }
    }

    /// <summary>Moves the guest into another state, and tells it, if it is in one that the move starts from.</summary>
    /// <returns>Whether it was.</returns>
    private bool Move(
        Func<DomainSnapshot, bool> from, VirDomainState state, int reason, VirDomainEventType type, int detail)
    {
        var (before, after) = _domain.Publish(s =>
            s.Live == _live && from(s) ? s with { State = state, Reason = reason } : s);
        if (ReferenceEquals(before, after))
            return false;
        _driver.Emit(after, type, detail);
        _driver.SaveStatus(_domain, _live);
        return true;
    }

    private async Task EndedAsync()
    {
        if (!_live.TryBeginStop() || !_live.HasStarted)
            return;
        await _live.Process!.Exited;
        var (reason, detail) = _live.HasShutDown
            ? (VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)
            : (VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_CRASHED,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_FAILED);
        if (!_live.HasShutDown && _live.AskedEnd is null)
            Log.Warning($"QEMU of domain '{_domain.Current.Name}' ended unasked: {QemuLastWords.Read(_live.LogPath)}");

        await _driver.Stopper.FinishAsync(_domain, _live, reason, detail);
    }
}
