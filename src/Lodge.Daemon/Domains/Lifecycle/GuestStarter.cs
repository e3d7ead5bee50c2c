using Lodge.Host;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// Begins a run of a guest. What is on disk first is the status file with its phase: the next daemon, whenever this one
/// dies, finds every process that may exist and ends it unless somebody may have been told that it runs.
/// </summary>
internal sealed class GuestStarter
{
    private readonly DomainDriver _driver;

    /// <summary>Starts guests of this driver.</summary>
    public GuestStarter(DomainDriver driver) => _driver = driver;

    /// <summary>Starts a guest; the caller holds its job.</summary>
    /// <param name="domain">The domain, inactive.</param>
    /// <param name="definition">A definition of its own, complete; it becomes the live one.</param>
    /// <param name="request">How.</param>
    /// <exception cref="VirException">It did not start; nothing is left of it, and the text has QEMU's last
    /// words.</exception>
    public async Task StartAsync(DomainObject domain, DomainDefinition definition, StartRequest request)
    {
        var capabilities = await _driver.CapabilitiesOfAsync(definition);
        var id = _driver.NextId();
        definition.Id = id;
        _driver.Confinement.Label(definition);
        var live = new LiveDomain(
            id, definition, GuestDirectories.Under(_driver.Paths.DomainState, id, definition.Name))
        {
            LogPath = Path.Combine(_driver.Paths.DomainLogs, definition.Name + ".log"),
            Capabilities = capabilities,
            IsAutodestroy = request.AutodestroyWith is not null,
        };

        var name = definition.Name;
        await using var undo = new Undo(failure => Log.Error($"Cannot undo a step of starting '{name}'", failure));
        undo.Add(() => _driver.Confinement.Release(definition));
        Announce(domain, live, undo);
        _driver.SaveStatus(domain, live, DomainPhase.Starting);
        undo.Add(() => _driver.RemoveStatus(domain, live));
        try
        {
            var prepared = await _driver.Resources.PrepareAsync(live, request, undo);
            live.Context = prepared.Context;
            var process = await LaunchAsync(domain, live, prepared.Command);
            live.Process = process;
            undo.Add(() => EndProcessAsync(live, process));
            _ = new GuestWatch(_driver, domain, live).RunAsync();
            await PlugVcpusAsync(live);
            await GuestIntrospection.ReadAsync(live);
            await GuestSetup.ApplyAsync(process.Monitor, live.Definition, prepared.Context);
            if (request.From is { } saved)
                await saved.LoadAsync(live);
            await RunAsync(domain, live, request);
        }
        catch (Exception) when (live.StartAborted.IsCancellationRequested)
        {
            throw DomainErrors.Failed($"domain '{name}' was destroyed while it was being started");
        }
        catch (VirException lost) when (live.Process is { Monitor.Closed.IsCompleted: true })
        {
            var failure = DomainErrors.Internal(
                $"qemu unexpectedly closed the monitor: {QemuLastWords.Read(live.LogPath)}", lost);
            throw _driver.Confinement.Explain(live.Definition, failure) ?? failure;
        }
        catch (VirException denied) when (_driver.Confinement.Explain(live.Definition, denied) is { } explained)
        {
            throw explained;
        }

        undo.Commit();
        Tell(domain, live, request);
    }

    private void Announce(DomainObject domain, LiveDomain live, Undo undo)
    {
        var (before, _) = domain.Publish(s => s with
        {
            Live = live,
            State = VirDomainState.VIR_DOMAIN_PAUSED,
            Reason = (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_STARTING_UP,
        });
        _driver.Domains.AddId(live.Id, domain);
        undo.Add(() =>
        {
            _driver.Domains.RemoveId(live.Id);
            domain.Publish(s => s.Live != live ? s : s with
            {
                Live = null,
                State = VirDomainState.VIR_DOMAIN_SHUTOFF,
                Reason = (int)VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_FAILED,
            });
            if (!before.IsPersistent)
                _driver.Domains.Remove(domain);
            live.Ended.TrySetResult();
        });
    }

    private async Task<QemuProcess> LaunchAsync(DomainObject domain, LiveDomain live, QemuCommand command)
    {
        var account = _driver.Confinement.ProcessOf(live.Definition);
        var context = _driver.Confinement.ContextOf(live.Definition);
        return await QemuProcess.StartAsync(new QemuLaunchPlan
        {
            Name = live.Definition.Name,
            Command = command,
            MonitorPath = live.MonitorPath,
            LogPath = live.LogPath,
            Uid = account?.Owner.UserId,
            Gid = account?.Owner.GroupId,
            Groups = account?.Groups ?? [],
            Limits = LockedMemory.LimitsOf(live.Definition),
            SecurityContext = context?.Label,
            MustHaveContext = context?.IsEnforcing == true,
            LabelSockets = () => _driver.Confinement.LabelOwnSockets(live.Definition),
            OnSpawned = identity =>
            {
                live.Identity = identity;
                _driver.SaveStatus(domain, live, DomainPhase.Starting);
                return ValueTask.CompletedTask;
            },
        }, live.StartAborted);
    }

    private static async ValueTask PlugVcpusAsync(LiveDomain live)
    {
        if (live.Definition.Vcpus.Individual is null)
            return;
        var definition = live.Draft();
        await VcpuHotplug.PlugAtStartAsync(live.Monitor, definition);
        live.Publish(definition);
    }

    private static async ValueTask EndProcessAsync(LiveDomain live, QemuProcess process)
    {
        // From here on the watch leaves the cleaning to us.
        _ = live.TryBeginStop();
        process.Kill();
        await process.Exited;
        process.Dispose();
    }

    private async Task RunAsync(DomainObject domain, LiveDomain live, StartRequest request)
    {
        if (!live.TryMarkStarted())
            throw DomainErrors.Internal("guest unexpectedly quit");
        if (request.IsPaused)
        {
            var reason = request switch
            {
                { IsFromSnapshot: true } => VirDomainPausedReason.VIR_DOMAIN_PAUSED_FROM_SNAPSHOT,
                { From: not null } => VirDomainPausedReason.VIR_DOMAIN_PAUSED_MIGRATION,
                _ => VirDomainPausedReason.VIR_DOMAIN_PAUSED_USER,
            };
            domain.Publish(s => s.Live != live ? s : s with { Reason = (int)reason });
            _driver.SaveStatus(domain, live);
            return;
        }

        // Written before QEMU is told to run: a guest that ran is never taken for one that did not.
        _driver.SaveStatus(domain, live);
        live.RunningReason = request switch
        {
            { IsFromSnapshot: true } => VirDomainRunningReason.VIR_DOMAIN_RUNNING_FROM_SNAPSHOT,
            { From: not null } => VirDomainRunningReason.VIR_DOMAIN_RUNNING_RESTORED,
            _ => VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED,
        };
        await live.Monitor.ContAsync();
        await domain.WaitAsync(live, static state => state != VirDomainState.VIR_DOMAIN_PAUSED);
    }

    private void Tell(DomainObject domain, LiveDomain live, StartRequest request)
    {
        if (domain.Current is not { } now || now.Live != live)
            return;
        _driver.Emit(
            now,
            VirDomainEventType.VIR_DOMAIN_EVENT_STARTED,
            (int)(request switch
            {
                { IsFromSnapshot: true } => VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT,
                { From: not null } => VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_RESTORED,
                _ => VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_BOOTED,
            }));
        if (request.IsPaused)
        {
            _driver.Emit(
                now,
                VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
                (int)(request.From is null
                    ? VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED
                    : VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_RESTORED));
        }

        if (request.AutodestroyWith is { } client)
            client.Closed.Register(() => _ = DestroyWithClientAsync(domain, live));
    }

    private async Task DestroyWithClientAsync(DomainObject domain, LiveDomain live)
    {
        try
        {
            await _driver.Stopper.StopAsync(
                domain,
                live,
                graceful: false,
                VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_DESTROYED,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
        }
        catch (Exception failure)
        {
            Log.Error($"Cannot destroy domain '{live.Definition.Name}' after its client left", failure);
        }
    }
}
