using Lodge.Host;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Firmware;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Network;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Processors;
using Lodge.Qemu.Swtpm;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>
/// What guests have of the host beside their processes: folders, sockets, ports, taps, firmware variables, TPMs.
/// </summary>
internal sealed class GuestResources
{
    private readonly DomainDriver _driver;
    private readonly GuestServices _services;

    /// <summary>For guests of this driver.</summary>
    public GuestResources(DomainDriver driver, GuestSources sources)
    {
        _driver = driver;
        var paths = driver.Paths;
        Settings = new QemuSettings
        {
            IsPrivileged = !paths.IsSession,
            MemoryBackingDirectory = Path.Combine(paths.DomainState, "ram"),
        };
        _services = new GuestServices
        {
            Secrets = sources.Secrets,
            Networks = sources.Networks,
            Volumes = sources.Volumes,
            Chains = sources.Chains,
            Links = sources.Links,
            NvramRoot = NvramFolder,
            TpmStateRoot = Path.Combine(paths.State, "swtpm"),
            TpmRunRoot = Path.Combine(paths.Runtime, "swtpm"),
            TpmLogRoot = paths.TpmLogs,
            TpmAccount = sources.Settings.TpmAccount is { } account
                ? new TpmAccount(account.UserId, account.GroupId)
                : null,
            Files = driver.Confinement,
        };
    }

    /// <summary>What all guests share.</summary>
    public GuestServices Services => _services;

    /// <summary>What holds for all guests.</summary>
    public QemuSettings Settings { get; }

    /// <summary>The folder of firmware variables.</summary>
    public string NvramFolder => Path.Combine(_driver.Paths.DomainState, "nvram");

    /// <summary>Makes what a run needs; each thing made is undone where the start fails.</summary>
    public async ValueTask<PreparedGuest> PrepareAsync(LiveDomain live, StartRequest request, Undo undo)
    {
        MakeFolders(live, undo);
        SafeFileHandle socket;
        using (_driver.Confinement.LabelSockets(live.Definition))
            socket = MonitorSocket.Listen(live.MonitorPath);
        var definition = live.Draft();
        DeviceAliases.Assign(definition);
        FirmwareSelection.Apply(definition, NvramFolder);
        request.From?.Prepare(definition);
        GuestCpu.Settle(definition, live.Capabilities, _driver.Hypervisor.Cpus, _services.HostProcessor.Value);
        var context = await GuestPreparation.PrepareAsync(new GuestStart
        {
            Definition = definition,
            Capabilities = live.Capabilities,
            Settings = Settings,
            Directories = live.Directories,
            Services = _services,
            MonitorSocket = socket,
            OnUndo = undo.Add,
            OnMissingDisk = disk => TellMissing(definition, disk),
            ResetNvram = request.ResetNvram,
            IncomingUri = request.From is null ? null : "defer",
            LoadSnapshot = request.LoadSnapshot,
        }, live.StartAborted);
        MemoryFolder.Make(Settings.MemoryBackingDirectory, definition, _driver.Confinement, undo);
        _driver.Confinement.GrantAll(definition, live.Directories, undo.Add);
        live.HasAllFiles = true;
        live.Publish(definition);
        return new PreparedGuest(context, QemuCommandLine.Build(definition, live.Capabilities, context));
    }

    private void TellMissing(DomainDefinition definition, Disk disk) => _driver.Events.Emit(new DiskChangeEvent(
        new RemoteDomain { Name = definition.Name, Uuid = VirUuid.Of(definition.Uuid), Id = definition.Id },
        disk.Source.Path,
        New: null,
        disk.Alias ?? "",
        (int)(disk.Kind is DiskDevice.Cdrom or DiskDevice.Floppy
            ? VirConnectDomainEventDiskChangeReason.VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START
            : VirConnectDomainEventDiskChangeReason.VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START)));

    /// <summary>Marks what a guest holds that runs already.</summary>
    public void Adopt(LiveDomain live) => GuestPreparation.Adopt(live.Definition, _services);

    /// <summary>
    /// Gives back what a run held; what is not there is no error, for it is also called after a crash.
    /// </summary>
    public async ValueTask ReleaseAsync(LiveDomain live)
    {
        try
        {
            _driver.Confinement.RevokeAll(live.Definition, live.HasAllFiles);
            await GuestPreparation.ReleaseAsync(live.Definition, _services, live.Directories);
            MemoryFolder.Remove(Settings.MemoryBackingDirectory, live.Definition);
            _driver.Confinement.Release(live.Definition);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Log.Warning($"Cannot remove everything of domain '{live.Definition.Name}': {failure.Message}");
        }
    }

    /// <summary>
    /// Removes folders of runs that nobody knows of: their daemon ended between making them and saying so.
    /// </summary>
    public void RemoveLeftovers()
    {
        foreach (var root in new[] { _driver.Paths.DomainState, Path.Combine(
            _driver.Paths.DomainState, "channel", "target") })
        {
            if (!Directory.Exists(root))
                continue;
            foreach (var folder in Directory.EnumerateDirectories(root, "domain-*").Where(IsForgotten).ToList())
            {
                Log.Warning($"Nobody uses '{folder}' any more: it is removed");
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>The file with a domain's firmware variables, if there is one.</summary>
    public string? NvramOf(DomainConfig config)
    {
        if (!config.Facts.HasFirmwareVariables)
            return null;
        var path = config.Definition.Os switch
        {
            { Loader.Nvram: { Type: StorageType.File, Path: { } named } } => named,
            { Firmware: FirmwareKind.Efi } => Path.Combine(NvramFolder, config.Definition.Name + "_VARS.fd"),
            _ => null,
        };
        return File.Exists(path) ? path : null;
    }

    /// <summary>Removes what a domain's TPM remembers.</summary>
    public void RemoveTpmState(DomainConfig config)
    {
        if (!config.Facts.HasTpm)
            return;
        var folder = Path.Combine(_services.TpmStateRoot, config.Definition.Uuid.ToString());
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private bool IsForgotten(string folder)
    {
        var name = Path.GetFileName(folder);
        return !Array.Exists(_driver.Domains.All, domain =>
            domain.Current.Live is { } live && Path.GetFileName(live.Directories.Library) == name);
    }

    private void MakeFolders(LiveDomain live, Undo undo)
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(_driver.Paths.DomainLogs, Mode);
        Directory.CreateDirectory(NvramFolder, Mode);
        var library = live.Directories.Library;
        Directory.CreateDirectory(library, Mode);
        undo.Add(() =>
        {
            if (Directory.Exists(library))
                Directory.Delete(library, recursive: true);
        });
    }
}
