using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Domains.Saving;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent.Commands;
using Lodge.Qemu.SavedState;
using Lodge.Qemu.Snapshots;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Takes snapshots of guests and of domains that do not run.</summary>
/// <remarks>Source: libvirt's <c>virDomainSnapshotCreateXML</c>.</remarks>
internal sealed class SnapshotMaker
{
    private readonly DomainDriver _driver;

    /// <summary>Takes snapshots of domains of this driver.</summary>
    public SnapshotMaker(DomainDriver driver) => _driver = driver;

    /// <summary>Takes a snapshot, or takes note of one that was taken before.</summary>
    /// <exception cref="VirException">It cannot be taken; everything is as it was.</exception>
    public async ValueTask<SnapshotDefinition> CreateAsync(
        DomainObject domain, string xml, VirDomainSnapshotCreateFlags flags, CancellationToken cancellation)
    {
        var isRedefined = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
        var snapshot = SnapshotDefinition.Parse(xml, isRedefined);
        using var job = await domain.Jobs.BeginLongAsync(
            VirDomainJobOperation.VIR_DOMAIN_JOB_OPERATION_SNAPSHOT, "virDomainSnapshotCreateXML", cancellation);
        var now = domain.Current;
        var keepsMetadata = !flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA);
        if (keepsMetadata)
            CheckName(snapshot.Name);
        if (isRedefined)
            return Redefine(domain, snapshot, flags);
        SnapshotPlan.Check(snapshot, now.IsActive, flags);
        if (keepsMetadata && now.Snapshots.All.ContainsKey(snapshot.Name))
            throw DomainErrors.Failed($"domain moment {snapshot.Name} already exists");
        await TakeAsync(domain, snapshot, flags, job);
        if (keepsMetadata)
        {
            snapshot.Parent = now.Snapshots.Current;
            Store(domain, tree => tree.With(snapshot) with { Current = snapshot.Name });
        }

        return snapshot;
    }

    /// <summary>Changes a domain's snapshots, durably.</summary>
    public void Store(DomainObject domain, Func<SnapshotTree, SnapshotTree> change)
    {
        var before = domain.Current.Snapshots;
        var after = change(before);
        _driver.SnapshotFiles.Write(domain.Current.Name, before, after);
        domain.Publish(s => s with { Snapshots = after });
    }

    private static void CheckName(string name)
    {
        var reason = name.Contains('/', StringComparison.Ordinal) ? "name can't contain '/'"
            : name.StartsWith('.') ? "name can't start with '.'"
            : null;
        if (reason is not null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_DETAIL,
                VirErrorDomain.VIR_FROM_QEMU,
                $"invalid snapshot name '{name}': {reason}");
        }
    }

    private static string StateName(VirDomainState state) => state switch
    {
        VirDomainState.VIR_DOMAIN_RUNNING => "running",
        VirDomainState.VIR_DOMAIN_PAUSED => "paused",
        VirDomainState.VIR_DOMAIN_SHUTDOWN => "shutdown",
        VirDomainState.VIR_DOMAIN_CRASHED => "crashed",
        VirDomainState.VIR_DOMAIN_SHUTOFF => "shutoff",
        _ => throw DomainErrors.OperationUnsupported("qemu doesn't support taking snapshots of PMSUSPENDED guests"),
    };

    private static List<Disk> Internal(SnapshotDefinition snapshot, DomainDefinition domain) => domain.Disks.FindAll(
        disk => snapshot.Disks.Exists(one => one.Name == disk.Target && one.Location == SnapshotLocation.Internal));

    private SnapshotDefinition Redefine(
        DomainObject domain, SnapshotDefinition snapshot, VirDomainSnapshotCreateFlags flags)
    {
        if (snapshot.Domain is { } kept && kept.WireUuid() != domain.Uuid)
            throw DomainErrors.InvalidArgument($"definition for snapshot {snapshot.Name} must use uuid {domain.Uuid}");
        if (snapshot.Parent == snapshot.Name)
            throw DomainErrors.InvalidArgument($"cannot set snapshot {snapshot.Name} as its own parent");
        if (snapshot.Parent is { } parent
            && domain.Current.Snapshots.DescendantsOf(snapshot.Name).Any(one => one.Name == parent))
            throw DomainErrors.InvalidArgument($"parent {parent} would create cycle to {snapshot.Name}");
        var isCurrent = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT);
        Store(domain, tree => tree.With(snapshot) with { Current = isCurrent ? snapshot.Name : tree.Current });
        return snapshot;
    }

    private async ValueTask TakeAsync(
        DomainObject domain, SnapshotDefinition snapshot, VirDomainSnapshotCreateFlags flags, DomainLongJob job)
    {
        var now = domain.Current;
        var diskOnly = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY);
        var reuse = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT);
        snapshot.State = diskOnly && now.IsActive ? SnapshotDefinition.DiskSnapshotState : StateName(now.State);
        var definition = now.Live?.Definition.Clone() ?? now.Config!.Copy();
        SnapshotPlan.Settle(snapshot, definition, now.IsActive, diskOnly, reuse);
        snapshot.Domain = definition;
        if (now.Live is { } live)
        {
            snapshot.InactiveDomain = now.Config?.Copy();
            snapshot.ExactCpu = definition.Cpu;
            await TakeActiveAsync(domain, live, snapshot, flags, job);
        }
        else if (snapshot.IsExternal)
        {
            await LayOverAsync(snapshot, definition, reuse, _ => ValueTask.CompletedTask);
            Reconfigure(domain, snapshot);
        }
        else
        {
            await TakeInactiveAsync(snapshot, definition);
        }
    }

    private async ValueTask TakeActiveAsync(
        DomainObject domain, LiveDomain live, SnapshotDefinition snapshot, VirDomainSnapshotCreateFlags flags,
        DomainLongJob job)
    {
        var hasMemory = snapshot.Memory is SnapshotLocation.Internal or SnapshotLocation.External;
        if (hasMemory)
            GuestSaver.CheckMovable(live);
        var wasRunning = hasMemory
            && await GuestSaver.StopCpusAsync(domain, live, VirDomainPausedReason.VIR_DOMAIN_PAUSED_SNAPSHOT);
        var halts = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_HALT);
        try
        {
            if (snapshot.Memory == SnapshotLocation.Internal)
                await InternalSnapshots.SaveAsync(live.Monitor, snapshot.Name);
            else
                await TakeExternalAsync(domain, live, snapshot, flags, wasRunning, job);
        }
        catch
        {
            await GuestSaver.GoOnAsync(
                domain, live, wasRunning, VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
            throw;
        }

        if (!halts)
        {
            await GuestSaver.GoOnAsync(
                domain, live, wasRunning, VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
            return;
        }

        await _driver.Stopper.StopAsync(
            domain,
            live,
            graceful: false,
            VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT,
            VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
    }

    private async ValueTask TakeExternalAsync(
        DomainObject domain, LiveDomain live, SnapshotDefinition snapshot, VirDomainSnapshotCreateFlags flags,
        bool wasRunning, DomainLongJob job)
    {
        var quiesces = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE);
        if (quiesces)
            await GuestAgent.Require(domain).FreezeAsync(null);
        try
        {
            if (snapshot.Memory == SnapshotLocation.External)
                await SaveMemoryAsync(domain, live, snapshot, wasRunning, job);
            var guest = await _driver.LiveGuestAsync(live);
            foreach (var disk in guest.Definition.Disks.Where(disk => snapshot.Disks.Exists(
                part => part.Name == disk.Target && part.Location == SnapshotLocation.External)))
            {
                live.BlockJobs.RequireIdle(disk);
            }

            await LayOverAsync(
                snapshot,
                guest.Definition,
                flags.HasFlag(VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT),
                async overlays => await DiskOverlay.SwitchAsync(guest, overlays));
            live.Publish(guest.Definition);
            _driver.SaveStatus(domain, live);
            if (domain.Current.IsPersistent)
                Reconfigure(domain, snapshot);
        }
        finally
        {
            if (quiesces)
                await ThawAsync(domain);
        }
    }

    private static async ValueTask ThawAsync(DomainObject domain)
    {
        try
        {
            await GuestAgent.Require(domain).ThawAsync();
        }
        catch (VirException failure)
        {
            Log.Error($"Domain '{domain.Current.Name}' cannot be thawed: {failure.Message}");
        }
    }

    private async Task SaveMemoryAsync(
        DomainObject domain, LiveDomain live, SnapshotDefinition snapshot, bool wasRunning, DomainLongJob job)
    {
        var compression = SaveCompressionPrograms.Choose(_driver.Settings.SnapshotImageFormat, "snapshot");
        var image = SaveImage.Create(
            await _driver.Saver.XmlAsync(live, null), SaveCookie.Format(live.Definition), wasRunning, compression);
        await SavedFile.WriteAsync(snapshot.MemoryFile!, async file =>
        {
            image.WriteStart(file);
            image.SeekToStream(file);
            await GuestStream.WriteAsync(_driver, domain, live, file, compression, job);
            image.MarkComplete(file);
        });
    }

    /// <summary>
    /// Makes the overlays of a snapshot and has them used; those made are gone again where that fails.
    /// </summary>
    private static async ValueTask LayOverAsync(
        SnapshotDefinition snapshot, DomainDefinition definition, bool reuse,
        Func<IReadOnlyList<DiskOverlay>, ValueTask> use)
    {
        var overlays = new List<DiskOverlay>();
        try
        {
            foreach (var part in snapshot.Disks.Where(disk => disk.Location == SnapshotLocation.External))
            {
                var disk = definition.Disks.Single(one => one.Target == part.Name);
                var image = new StorageSource
                {
                    Type = part.Source!.Type,
                    Path = part.Source.Path,
                    Format = part.Source.Format,
                };
                overlays.Add(new DiskOverlay(disk, image));
                if (!reuse)
                    await ImageTool.CreateOverlayAsync(image, disk.Source);
            }

            await use(overlays);
        }
        catch when (!reuse)
        {
            overlays.ForEach(overlay => File.Delete(overlay.Image.Path!));
            throw;
        }
    }

    /// <summary>Notes in the stored configuration which images its disks have now.</summary>
    private void Reconfigure(DomainObject domain, SnapshotDefinition snapshot)
    {
        var next = domain.Current.Config!.Copy();
        foreach (var part in snapshot.Disks.Where(disk => disk.Location == SnapshotLocation.External))
        {
            var before = snapshot.Domain!.Disks.Single(one => one.Target == part.Name).Source.Path;
            if (next.Disks.Find(one => one.Target == part.Name && one.Source.Path == before) is { } disk)
            {
                disk.Source = new StorageSource
                {
                    Type = part.Source!.Type,
                    Path = part.Source.Path,
                    Format = part.Source.Format,
                };
            }
        }

        _driver.StoreConfig(domain, next);
    }

    private static async ValueTask TakeInactiveAsync(SnapshotDefinition snapshot, DomainDefinition definition)
    {
        var taken = new List<StorageSource>();
        try
        {
            foreach (var disk in Internal(snapshot, definition))
            {
                await ImageTool.SnapshotAsync("-c", snapshot.Name, disk.Source);
                taken.Add(disk.Source);
            }
        }
        catch
        {
            foreach (var image in taken)
                await ImageTool.SnapshotAsync("-d", snapshot.Name, image);
            throw;
        }
    }
}
