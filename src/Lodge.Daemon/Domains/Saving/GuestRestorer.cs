using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.SavedState;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>Lets saved guests go on, and shows and changes what they were saved with.</summary>
/// <remarks>Source: libvirt's <c>virDomainRestoreParams</c>, <c>virDomainSaveImageDefineXML</c>.</remarks>
internal sealed class GuestRestorer
{
    private readonly DomainDriver _driver;

    /// <summary>Restores guests of this driver.</summary>
    public GuestRestorer(DomainDriver driver) => _driver = driver;

    /// <summary>Lets the guest of a file go on, as a domain that is there already or a transient one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="xml">The definition it is to go on with; null for the file's.</param>
    /// <param name="flags">Whether it is to run, and with which firmware variables.</param>
    /// <param name="api">The public function, for whoever waits for the domain.</param>
    /// <param name="cancellation">Ends waiting for the domain's turn.</param>
    /// <exception cref="VirException">The file is none, the XML would show the guest another machine, or QEMU does not
    /// understand it; nothing is left then.</exception>
    public async ValueTask RestoreAsync(
        string path, string? xml, VirDomainSaveRestoreFlags flags, string api, CancellationToken cancellation)
    {
        using var file = SavedFile.Open(path, FileMode.Open, FileAccess.Read);
        var image = SaveImage.Read(file);
        var definition = await DefinitionAsync(image, xml);
        var (domain, _) = _driver.Domains.FindOrAdd(definition.WireUuid(), definition.Name, live: true, () =>
            new DomainObject(new DomainSnapshot { Name = definition.Name, Uuid = definition.WireUuid() }));
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, api, cancellation);
        if (domain.Current.IsActive)
            throw DomainErrors.Invalid($"domain '{definition.Name}' is already active");
        await _driver.Starter.StartAsync(domain, definition, new StartRequest
        {
            IsPaused = !SaveRequest.Runs(flags, image.WasRunning),
            ResetNvram = flags.HasFlag(VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RESET_NVRAM),
            From = new SavedGuest(image, file),
        });
    }

    /// <summary>Lets a domain go on from the file that its next start was to use; the caller holds its job.</summary>
    /// <param name="domain">The domain, inactive.</param>
    /// <param name="request">How it was to be started.</param>
    /// <returns>Whether it did; otherwise there was no file that is good for anything.</returns>
    public async ValueTask<bool> TryRestoreManagedAsync(DomainObject domain, StartRequest request)
    {
        var saves = _driver.Saver.Managed;
        var name = domain.Current.Name;
        if (!domain.Current.HasManagedSave)
            return false;
        if (request.IsFromScratch || !saves.Has(name) || saves.IsBroken(name))
        {
            if (!request.IsFromScratch)
                Log.Warning($"Ignoring incomplete managed state {saves.PathOf(name)}");
            Forget(domain);
            return false;
        }

        using (var file = SavedFile.Open(saves.PathOf(name), FileMode.Open, FileAccess.Read))
        {
            var image = SaveImage.Read(file);
            var definition = await DefinitionAsync(image, null);
            if (definition.Name != name || definition.WireUuid() != domain.Uuid)
            {
                throw DomainErrors.Failed(
                    $"cannot restore domain '{name}' uuid {domain.Uuid} from a file which belongs to domain "
                    + $"'{definition.Name}' uuid {definition.Uuid}");
            }

            await _driver.Starter.StartAsync(domain, definition, request with
            {
                IsPaused = request.IsPaused || !image.WasRunning,
                From = new SavedGuest(image, file),
            });
        }

        Forget(domain);
        return true;
    }

    /// <summary>Removes the file that a domain's next start was to use.</summary>
    public void Forget(DomainObject domain)
    {
        _driver.Saver.Managed.Remove(domain.Current.Name);
        domain.Publish(s => s with { HasManagedSave = false });
    }

    /// <summary>The XML that a guest was saved with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="secure">Whether with secrets.</param>
    public static string Describe(string path, bool secure)
    {
        using var file = SavedFile.Open(path, FileMode.Open, FileAccess.Read);
        var definition = DomainXml.Parse(SaveImage.Read(file).Xml, DomainXmlParseOptions.Configuration);
        return DomainXml.Format(definition, new DomainXmlFormatOptions { Inactive = true, Secure = secure });
    }

    /// <summary>Changes the XML that a guest was saved with, and whether it is to run.</summary>
    /// <exception cref="VirException">The new XML would show the guest another machine, or is too long.</exception>
    public async ValueTask RedefineAsync(string path, string xml, VirDomainSaveRestoreFlags flags)
    {
        using var file = SavedFile.Open(path, FileMode.Open, FileAccess.ReadWrite);
        var image = SaveImage.Read(file);
        var definition = await DefinitionAsync(image, xml);
        image.Rewrite(
            file,
            DomainXml.Format(
                definition, new DomainXmlFormatOptions { Inactive = true, Secure = true, Migratable = true }),
            SaveRequest.Runs(flags, image.WasRunning));
    }

    private async ValueTask<DomainDefinition> DefinitionAsync(SaveImage image, string? wanted)
    {
        var saved = await _driver.CompleteAsync(image.Xml);
        if (wanted is null)
            return saved;
        var definition = await _driver.CompleteAsync(wanted);
        AbiStability.Check(saved, definition);
        return definition;
    }
}
