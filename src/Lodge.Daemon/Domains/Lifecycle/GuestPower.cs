using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>What people ask of a running guest: to stop, go on, shut down, start anew, or be gone.</summary>
internal sealed partial class GuestPower
{
    private readonly DomainDriver _driver;

    /// <summary>Serves guests of this driver.</summary>
    public GuestPower(DomainDriver driver) => _driver = driver;

    /// <summary>Stops the guest's vCPUs.</summary>
    public static async ValueTask SuspendAsync(DomainObject domain, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Suspend, "virDomainSuspend", cancellation);
        var (now, live) = Running(domain);
        if (now.State == VirDomainState.VIR_DOMAIN_PMSUSPENDED)
            throw DomainErrors.Invalid("domain is pmsuspended");
        if (now.State == VirDomainState.VIR_DOMAIN_PAUSED)
            return;
        await PauseAsync(domain, live, VirDomainPausedReason.VIR_DOMAIN_PAUSED_USER);
    }

    /// <summary>Stops the vCPUs for a reason, and tells; the caller holds the job.</summary>
    public static async ValueTask PauseAsync(DomainObject domain, LiveDomain live, VirDomainPausedReason reason)
    {
        live.PausedReason = reason;
        await live.Monitor.StopAsync();
        await domain.WaitAsync(live, static state => state != VirDomainState.VIR_DOMAIN_RUNNING);
    }

    /// <summary>Lets the guest's vCPUs run.</summary>
    public static async ValueTask ResumeAsync(DomainObject domain, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, "virDomainResume", cancellation);
        var (now, live) = Running(domain);
        if (now.State == VirDomainState.VIR_DOMAIN_PMSUSPENDED)
            throw DomainErrors.Invalid("domain is pmsuspended");
        if (now.State == VirDomainState.VIR_DOMAIN_RUNNING)
            throw DomainErrors.Invalid("domain is already running");
        var isPanicked = now.State == VirDomainState.VIR_DOMAIN_CRASHED
            && now.Reason == (int)VirDomainCrashedReason.VIR_DOMAIN_CRASHED_PANICKED;
        if (isPanicked || now.State == VirDomainState.VIR_DOMAIN_PAUSED)
            await ContinueAsync(domain, live, VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
    }

    /// <summary>Lets the vCPUs run for a reason, and tells; the caller holds the job.</summary>
    public static async ValueTask ContinueAsync(DomainObject domain, LiveDomain live, VirDomainRunningReason reason)
    {
        live.RunningReason = reason;
        await live.Monitor.ContAsync();
        await domain.WaitAsync(live, static state => state != VirDomainState.VIR_DOMAIN_PAUSED);
    }

    /// <summary>Resets the guest's machine as its button does.</summary>
    public async ValueTask ResetAsync(DomainObject domain, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, "virDomainReset", cancellation);
        var (_, live) = Running(domain);
        await live.Monitor.ResetAsync(CancellationToken.None);
        live.IsRebooting = false;
        domain.Publish(s => s.State != VirDomainState.VIR_DOMAIN_CRASHED ? s : s with
        {
            State = VirDomainState.VIR_DOMAIN_PAUSED,
            Reason = (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_CRASHED,
        });
        _driver.SaveStatus(domain, live);
    }

    /// <summary>Ends the guest.</summary>
    public async ValueTask DestroyAsync(
        DomainObject domain, VirDomainDestroyFlagsValues flags, string api, CancellationToken cancellation)
    {
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();

        // QEMU goes first, whoever holds the domain: a job that waits for a QEMU that hangs ends with it.
        var isGraceful = (flags & VirDomainDestroyFlagsValues.VIR_DOMAIN_DESTROY_GRACEFUL) != 0;
        _driver.SaveStatus(domain, live, State.DomainPhase.Stopping);
        var mine = await _driver.Stopper.StopAsync(
            domain,
            live,
            isGraceful,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_DESTROYED,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
        if (!mine && live.HasShutDown)
            throw DomainErrors.NotRunning();
        if ((flags & VirDomainDestroyFlagsValues.VIR_DOMAIN_DESTROY_REMOVE_LOGS) != 0)
            RemoveLogs(live);

        // Returning before the others have let go would let the next call run into them.
        using var job = await domain.Jobs.BeginAsync(DomainJobKind.Destroy, api, null, cancellation);
    }

    private static (DomainSnapshot Now, LiveDomain Live) Running(DomainObject domain)
    {
        var now = domain.Current;
        return (now, now.Live ?? throw DomainErrors.NotRunning());
    }

    private static void RemoveLogs(LiveDomain live)
    {
        try
        {
            File.Delete(live.LogPath);
            File.Delete(live.LogPath + ".0");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.Warning($"Cannot remove logs of domain '{live.Definition.Name}': {failure.Message}");
        }
    }
}
