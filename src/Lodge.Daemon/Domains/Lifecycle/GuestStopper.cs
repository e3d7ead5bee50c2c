using Lodge.Daemon.Logging;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Lifecycle;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>Ends a run of a guest: QEMU first, then everything that was made for it, the status file last.</summary>
internal sealed class GuestStopper
{
    private readonly DomainDriver _driver;

    /// <summary>Ends guests of this driver.</summary>
    public GuestStopper(DomainDriver driver) => _driver = driver;

    /// <summary>
    /// Ends a run and waits until nothing is left of it; a run that somebody ends already is waited for.
    /// </summary>
    /// <returns>Whether this call ended it.</returns>
    /// <exception cref="VirException">QEMU is still there and may not be killed
    /// (<paramref name="graceful"/>).</exception>
    public async Task<bool> StopAsync(
        DomainObject domain,
        LiveDomain live,
        bool graceful,
        VirDomainShutoffReason reason,
        VirDomainEventStoppedDetailType detail)
    {
        if (!live.HasStarted)
        {
            // Whoever starts it takes everything back, in the order that only a start knows.
            live.AbortStart();
            await live.Ended.Task;
            return true;
        }

        if (graceful && live.Process is { } process)
        {
            // Nothing is torn down while QEMU may refuse to go: the guest then runs on as before.
            live.AskedEnd = new(reason, detail);
            try
            {
                await process.StopAsync(QemuStop.Graceful);
            }
            catch
            {
                live.AskedEnd = null;
                throw;
            }
        }

        if (!live.TryBeginStop())
        {
            await live.Ended.Task;
            return graceful && live.AskedEnd is not null;
        }

        try
        {
            if (!graceful && live.Process is { } running)
                await running.StopAsync(QemuStop.Destroy);
        }
        finally
        {
            await FinishAsync(domain, live, reason, detail);
        }

        return true;
    }

    /// <summary>Cleans up behind a QEMU that is gone, and tells.</summary>
    public async Task FinishAsync(
        DomainObject domain, LiveDomain live, VirDomainShutoffReason reason, VirDomainEventStoppedDetailType detail)
    {
        if (live.AskedEnd is { } asked)
            (reason, detail) = (asked.Reason, asked.Detail);
        try
        {
            if (live.Process is { } process)
            {
                await process.Exited;
                process.Dispose();
            }

            live.Dispose();
            await _driver.Resources.ReleaseAsync(live);
            _driver.RemoveStatus(domain, live);
        }
        catch (Exception failure)
        {
            Log.Error($"Cannot clean up after domain '{domain.Current.Name}'", failure);
        }

        Forget(domain, live, reason, detail);
        live.Ended.TrySetResult();
    }

    private void Forget(
        DomainObject domain, LiveDomain live, VirDomainShutoffReason reason, VirDomainEventStoppedDetailType detail)
    {
        _driver.Domains.RemoveId(live.Id);
        var (before, after) = domain.Publish(s => s.Live != live ? s : s with
        {
            Live = null,
            State = VirDomainState.VIR_DOMAIN_SHUTOFF,
            Reason = (int)reason,
        });
        if (ReferenceEquals(before, after))
            return;
        if (!after.IsPersistent)
            _driver.Domains.Remove(domain);

        // The event names the id that the guest had.
        _driver.Emit(before, VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED, (int)detail);
    }
}
