using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.SavedState;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>Saves running guests into files, and ends them.</summary>
/// <remarks>Source: libvirt's <c>virDomainSaveParams</c>, <c>virDomainManagedSave</c>.</remarks>
internal sealed class GuestSaver
{
    private static readonly DomainXmlFormatOptions SavedXml =
        new() { Inactive = true, Secure = true, Migratable = true };

    private readonly DomainDriver _driver;

    /// <summary>Saves guests of this driver.</summary>
    public GuestSaver(DomainDriver driver)
    {
        _driver = driver;
        Managed = new ManagedSaves(Path.Combine(driver.Paths.DomainState, "save"));
    }

    /// <summary>The files of guests that go on at their next start.</summary>
    public ManagedSaves Managed { get; }

    /// <summary>Saves a guest so that the domain's next start lets it go on.</summary>
    public async ValueTask SaveManagedAsync(SaveRequest request)
    {
        var now = request.Domain.Current;
        if (!now.IsActive)
            throw DomainErrors.NotRunning();
        if (!now.IsPersistent)
            throw DomainErrors.Invalid("cannot do managed save for transient domain");
        await SaveAsync(request, Managed.Prepare(now.Name));
        request.Domain.Publish(s => s with { HasManagedSave = true });
    }

    /// <summary>Saves a guest into a file.</summary>
    /// <exception cref="VirException">It cannot be saved, or it could not be written; the guest goes on as
    /// before.</exception>
    public async ValueTask SaveAsync(SaveRequest request, string path)
    {
        var domain = request.Domain;
        if (!domain.Current.IsActive)
            throw DomainErrors.NotRunning();
        var compression = SaveCompressionPrograms.Choose(_driver.Settings.SaveImageFormat, "save");
        using var job = await domain.Jobs.BeginLongAsync(
            VirDomainJobOperation.VIR_DOMAIN_JOB_OPERATION_SAVE, request.Api, request.Cancellation);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        CheckMovable(live);
        var wasRunning = await StopCpusAsync(domain, live, VirDomainPausedReason.VIR_DOMAIN_PAUSED_SAVE);
        try
        {
            var image = SaveImage.Create(
                await XmlAsync(live, request.Xml),
                SaveCookie.Format(live.Definition),
                request.RunsAfterwards(wasRunning),
                compression);
            await SavedFile.WriteAsync(path, async file =>
            {
                image.WriteStart(file);
                image.SeekToStream(file);
                await GuestStream.WriteAsync(_driver, domain, live, file, compression, job);
                image.MarkComplete(file);
            });
        }
        catch
        {
            await GoOnAsync(domain, live, wasRunning, VirDomainRunningReason.VIR_DOMAIN_RUNNING_SAVE_CANCELED);
            throw;
        }

        await _driver.Stopper.StopAsync(
            domain,
            live,
            graceful: false,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SAVED,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_SAVED);
    }

    /// <summary>Refuses a guest whose state is not all in its QEMU.</summary>
    /// <exception cref="VirException">
    /// VIR_ERR_OPERATION_UNSUPPORTED naming what holds it here, VIR_ERR_OPERATION_INVALID while a disk is worked on.
    /// </exception>
    public static void CheckMovable(LiveDomain guest)
    {
        if (!guest.BlockJobs.IsEmpty)
            throw DomainErrors.Invalid("domain has active block job");
        foreach (var device in guest.Definition.Hostdevs.Where(device => device.Type != HostdevType.Usb))
        {
            throw DomainErrors.OperationUnsupported(
                $"cannot migrate a domain with <hostdev mode='subsystem' type='{device.Type.ToXml()}'>");
        }
    }

    /// <summary>Stops the vCPUs where they run.</summary>
    /// <returns>Whether they ran.</returns>
    public static async ValueTask<bool> StopCpusAsync(
        DomainObject domain, LiveDomain live, VirDomainPausedReason reason)
    {
        if (domain.Current.State != VirDomainState.VIR_DOMAIN_RUNNING)
            return false;
        await GuestPower.PauseAsync(domain, live, reason);
        return true;
    }

    /// <summary>Lets the vCPUs run again after they were stopped for a while.</summary>
    public static async ValueTask GoOnAsync(
        DomainObject domain, LiveDomain live, bool wasRunning, VirDomainRunningReason reason)
    {
        if (!wasRunning || live.IsStopping || domain.Current.Live != live)
            return;
        try
        {
            await GuestPower.ContinueAsync(domain, live, reason);
        }
        catch (VirException failure)
        {
            Log.Error($"Domain '{domain.Current.Name}' cannot go on: {failure.Message}");
        }
    }

    /// <summary>The XML that a guest is saved with.</summary>
    public async ValueTask<string> XmlAsync(LiveDomain live, string? wanted)
    {
        if (wanted is null)
            return DomainXml.Format(live.Definition, SavedXml);
        var definition = await _driver.CompleteAsync(wanted);
        AbiStability.Check(live.Definition, definition);
        return DomainXml.Format(definition, SavedXml);
    }
}
