using System.Text;
using Lodge.Daemon.Config;
using Lodge.Daemon.Domains.Devices;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Domains.Saving;
using Lodge.Daemon.Domains.Snapshots;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Domains;

/// <summary>All domains of this daemon on QEMU: what is known of them, what is stored, and what changes them.</summary>
internal sealed partial class DomainDriver : IDisposable
{
    private readonly CompletionOptions _completion;
    private int _lastId;

    /// <summary>A driver that keeps its state in these folders. <see cref="StartAsync"/> loads it.</summary>
    public DomainDriver(DaemonPaths paths, QemuHypervisor hypervisor, GuestSources? sources = null)
    {
        Paths = paths;
        Confinement = sources?.Confinement ?? GuestConfinement.None;
        Settings = sources?.Settings ?? new QemuConfiguration();
        Hypervisor = hypervisor;
        Configs = new DomainConfigFolder(paths.DomainConfigurations);
        Statuses = new DomainStatusFolder(paths.DomainStatus);
        Resources = new GuestResources(this, sources ?? new GuestSources());
        Starter = new GuestStarter(this);
        Stopper = new GuestStopper(this);
        _completion = new CompletionOptions
        {
            FindEmulator = QemuHypervisor.FindEmulator,
            NvramFolder = Resources.NvramFolder,
            SecurityModel = Confinement.Model.Model,
        };
        Power = new GuestPower(this);
        Devices = new DeviceChanges(this);
        Vcpus = new VcpuChanges(this);
        BlockJobs = new BlockJobs.BlockJobs(this);
        Saver = new GuestSaver(this);
        Restorer = new GuestRestorer(this);
        Dumper = new GuestDumper(this);
        SnapshotFiles = new SnapshotFolder(Path.Combine(paths.DomainConfigurations, "snapshot"));
        Snapshots = new SnapshotMaker(this);
        SnapshotReturn = new SnapshotReturn(this);
    }

    /// <summary>Where everything is kept.</summary>
    public DaemonPaths Paths { get; }

    /// <summary>The QEMU programs of the host.</summary>
    public QemuHypervisor Hypervisor { get; }

    /// <summary>Long work on disks of running guests.</summary>
    public BlockJobs.BlockJobs BlockJobs { get; }

    /// <summary>Whom guests run as, and which files they reach.</summary>
    public GuestConfinement Confinement { get; }

    /// <summary>What the administrator set for all guests.</summary>
    public QemuConfiguration Settings { get; }

    /// <summary>All domains.</summary>
    public DomainRegistry Domains { get; } = new();

    /// <summary>Who is told what happens.</summary>
    public DomainEventHub Events { get; } = new();

    /// <summary>Who is told what QEMU itself tells.</summary>
    public MonitorEventHub MonitorEvents { get; } = new();

    /// <summary>Stored configurations.</summary>
    public DomainConfigFolder Configs { get; }

    /// <summary>Status files of running guests.</summary>
    public DomainStatusFolder Statuses { get; }

    /// <summary>What guests have of the host beside their processes.</summary>
    public GuestResources Resources { get; }

    /// <summary>Begins runs.</summary>
    public GuestStarter Starter { get; }

    /// <summary>Ends runs.</summary>
    public GuestStopper Stopper { get; }

    /// <summary>Changes the state of runs.</summary>
    public GuestPower Power { get; }

    /// <summary>Plugs and unplugs.</summary>
    public DeviceChanges Devices { get; }

    /// <summary>Adds vCPUs and takes them away.</summary>
    public VcpuChanges Vcpus { get; }

    /// <summary>Saves guests.</summary>
    public GuestSaver Saver { get; }

    /// <summary>Lets saved guests go on.</summary>
    public GuestRestorer Restorer { get; }

    /// <summary>Dumps guests' memory.</summary>
    public GuestDumper Dumper { get; }

    /// <summary>Snapshots on disk.</summary>
    public SnapshotFolder SnapshotFiles { get; }

    /// <summary>Takes snapshots.</summary>
    public SnapshotMaker Snapshots { get; }

    /// <summary>Goes back to snapshots, and removes them.</summary>
    public SnapshotReturn SnapshotReturn { get; }

    /// <summary>The domain as the wire names it.</summary>
    public static RemoteDomain Wire(DomainSnapshot snapshot) =>
        new() { Name = snapshot.Name, Uuid = snapshot.Uuid, Id = snapshot.Id };

    /// <summary>The id of the next run.</summary>
    public int NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Makes sure that no run to come gets an id up to this one.</summary>
    public void ReserveId(int id)
    {
        int last;
        while ((last = Volatile.Read(ref _lastId)) < id)
            Interlocked.CompareExchange(ref _lastId, id, last);
    }

    /// <summary>Waits until the domain may be changed.</summary>
    /// <exception cref="Protocol.Errors.VirException">Somebody holds it too long, or it is gone meanwhile.</exception>
    public static async ValueTask<DomainJob> BeginJobAsync(
        DomainObject domain, DomainJobKind kind, string api, CancellationToken cancellation = default)
    {
        var job = await domain.Jobs.BeginAsync(kind, api, null, cancellation);
        if (!domain.IsRemoved)
            return job;
        job.Dispose();
        throw NotFound(domain.Current.Uuid, domain.Current.Name);
    }

    /// <summary>Tells a lifecycle event.</summary>
    public void Emit(DomainSnapshot snapshot, VirDomainEventType type, int detail) =>
        Events.Emit(new LifecycleEvent(Wire(snapshot), type, detail));

    /// <summary>Stores a configuration durably, then publishes it.</summary>
    /// <remarks>One that the disk has already, in a file that nobody touched since, is left where it is.</remarks>
    public DomainConfig StoreConfig(DomainObject domain, DomainDefinition definition)
    {
        var config = DomainConfig.Of(definition);
        if (domain.Current.Config is { } known && known.Bytes.SequenceEqual(config.Bytes)
            && Configs.Holds(definition.Name, known.Stored))
        {
            return known;
        }

        config.Stored = Configs.Write(definition.Name, config.Bytes);
        domain.Publish(s => s with { Config = config });
        return config;
    }

    /// <summary>Changes a copy of the live definition, publishes it and notes it in the status file.</summary>
    public void ChangeLive(DomainObject domain, LiveDomain live, Action<DomainDefinition> change)
    {
        live.Change(change);
        SaveStatus(domain, live);
    }

    /// <summary>Writes what the next daemon must know of a run, unless the run is over.</summary>
    public void SaveStatus(DomainObject domain, LiveDomain live, DomainPhase phase = DomainPhase.Started)
    {
        var identity = live.Process?.Identity ?? live.Identity;
        lock (live.StatusLock)
        {
            if (live.IsEnded)
                return;
            var snapshot = domain.Current;
            try
            {
                Statuses.Write(new DomainStatus
                {
                    Name = snapshot.Name,
                    Id = live.Id,
                    Phase = phase == DomainPhase.Started && !live.HasStarted ? DomainPhase.Starting : phase,
                    ProcessId = identity.Pid,
                    StartTime = identity.StartTime,
                    Directory = live.Directories.Library,
                    MonitorPath = live.MonitorPath,
                    LogPath = live.LogPath,
                    State = snapshot.State,
                    Reason = snapshot.Reason,
                    IsAutodestroy = live.IsAutodestroy,
                    IsRebooting = live.IsRebooting,
                    Xml = DomainXml.Format(live.Definition, DomainXmlFormatOptions.StatusFile),
                });
            }
            catch (Protocol.Errors.VirException failure) when (live.HasStarted)
            {
                // The guest goes on; only a restart of the daemon would see an older state of it.
                Log.Error($"Cannot save status of domain '{snapshot.Name}': {failure.Message}");
            }
        }
    }

    /// <summary>Forgets a run for good: nobody writes its status again.</summary>
    public void RemoveStatus(DomainObject domain, LiveDomain live)
    {
        lock (live.StatusLock)
        {
            if (live.IsEnded)
                return;
            live.IsEnded = true;
            Statuses.Remove(domain.Current.Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Configs.Dispose();
        Statuses.Dispose();
    }
}
