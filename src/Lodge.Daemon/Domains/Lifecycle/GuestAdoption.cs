using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Lifecycle;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// Takes over the guests of the daemon before: one that runs goes on with its id, console and statistics; one that was
/// half-started or half-ended is ended, with everything that was made for it.
/// </summary>
internal sealed class GuestAdoption
{
    private readonly DomainDriver _driver;

    /// <summary>Takes over guests for this driver.</summary>
    public GuestAdoption(DomainDriver driver) => _driver = driver;

    /// <summary>Takes over, or cleans up behind, the guest of one status file.</summary>
    public async Task AdoptAsync(string name)
    {
        try
        {
            var status = _driver.Statuses.Read(name);
            _driver.ReserveId(status.Id);
            var definition = DomainXml.Parse(status.Xml, DomainXmlParseOptions.Live);
            var live = new LiveDomain(
                status.Id, definition, GuestDirectories.Under(_driver.Paths.DomainState, status.Id, name))
            {
                LogPath = status.LogPath,
                Capabilities = await _driver.CapabilitiesOfAsync(definition),
                IsAutodestroy = status.IsAutodestroy,
                IsRebooting = status.IsRebooting,

                // The process is there once all that it uses is.
                HasAllFiles = status.ProcessId > 0,
                Identity = new ProcessIdentity(status.ProcessId, status.StartTime),
            };
            live.TryMarkStarted();
            _driver.Confinement.Reserve(definition);
            var (domain, _) = _driver.Domains.FindOrAdd(definition.WireUuid(), name, live: false, () =>
                new DomainObject(new DomainSnapshot { Name = name, Uuid = definition.WireUuid() }));
            await AdoptAsync(domain, live, status);
        }
        catch (Exception failure)
        {
            Log.Error($"Cannot take over domain '{name}' from '{_driver.Statuses.PathOf(name)}': {failure.Message}");
        }
    }

    private async Task AdoptAsync(DomainObject domain, LiveDomain live, DomainStatus status)
    {
        domain.Publish(s => s with { Live = live, State = status.State, Reason = status.Reason });
        _driver.Domains.AddId(live.Id, domain);

        // The client of an autodestroyed guest is gone with the daemon it was connected to.
        if (status.Phase != DomainPhase.Started || status.IsAutodestroy)
        {
            Log.Warning($"Domain '{status.Name}' was {status.Phase} when the daemon ended: it is ended");
            await EndAsync(domain, live, VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_DAEMON);
            return;
        }

        try
        {
            if (await QemuProcess.AdoptAsync(live.Identity, live.MonitorPath) is { } process)
            {
                live.Process = process;
                _driver.Resources.Adopt(live);
                await RefreshAsync(domain, live);
                return;
            }

            Log.Warning($"Domain '{status.Name}' ended while no daemon watched");
        }
        catch (VirException lost)
        {
            // It must not run unwatched: a second start would give two guests the same disks.
            Log.Error($"The monitor of domain '{status.Name}' cannot be reached, so it is ended: {lost.Message}");
        }

        await EndAsync(
            domain,
            live,
            status.State == VirDomainState.VIR_DOMAIN_SHUTDOWN
                ? VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN
                : VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_CRASHED);
    }

    private async Task RefreshAsync(DomainObject domain, LiveDomain live)
    {
        var status = await live.Monitor.QueryStatusAsync();
        _ = new GuestWatch(_driver, domain, live).RunAsync();
        await GuestIntrospection.ReadAsync(live);
        await _driver.BlockJobs.AdoptAsync(domain, live);
        if (status is { IsRunning: false, Status: "prelaunch" } && domain.Current.Reason
            is (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_STARTING_UP)
        {
            // The daemon ended between writing that the guest runs and telling QEMU so.
            live.RunningReason = VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED;
            await live.Monitor.ContAsync();
            await domain.WaitAsync(live, static state => state != VirDomainState.VIR_DOMAIN_PAUSED);
            return;
        }

        if (status.Status is "shutdown" && !live.IsRebooting)
        {
            live.HasShutDown = true;
            await _driver.Stopper.StopAsync(
                domain,
                live,
                graceful: false,
                VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
            return;
        }

        if (status.Status is "shutdown")
        {
            await live.Monitor.ResetAsync();
            await live.Monitor.ContAsync();
            live.IsRebooting = false;
        }

        Correct(domain, live, status);
        _driver.SaveStatus(domain, live);
    }

    /// <summary>What QEMU says counts where it differs from what was written last.</summary>
    private static void Correct(DomainObject domain, LiveDomain live, QmpStatus status)
    {
        domain.Publish(s =>
        {
            if (s.Live != live)
                return s;
            var runs = status.IsRunning || status.Status == "shutdown";
            if (runs && s.State is not VirDomainState.VIR_DOMAIN_RUNNING)
            {
                return s with
                {
                    State = VirDomainState.VIR_DOMAIN_RUNNING,
                    Reason = (int)VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED,
                };
            }

            return runs || s.State is not VirDomainState.VIR_DOMAIN_RUNNING ? s : s with
            {
                State = VirDomainState.VIR_DOMAIN_PAUSED,
                Reason = (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_UNKNOWN,
            };
        });
    }

    private async Task EndAsync(DomainObject domain, LiveDomain live, VirDomainShutoffReason reason)
    {
        _ = live.TryBeginStop();
        if (live.Identity.Pid > 0)
            await QemuProcess.KillAsync(live.Identity);
        await _driver.Stopper.FinishAsync(
            domain, live, reason, VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_FAILED);
    }
}
