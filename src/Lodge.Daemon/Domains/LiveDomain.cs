using Lodge.Daemon.Domains.BlockJobs;
using Lodge.Daemon.Domains.Consoles;
using Lodge.Daemon.Domains.Saving;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Qemu.Agent;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Qmp;

namespace Lodge.Daemon.Domains;

/// <summary>One run of a guest, from the moment its start begins until nothing of it is left.</summary>
internal sealed class LiveDomain : IDisposable
{
    private readonly RunningDefinition _definition;
    private volatile QemuProcess? _process;
    private readonly CancellationTokenSource _startAborted = new();
    private readonly Lock _agentLock = new();
    private TaskCompletionSource _powerChange = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AgentClient? _agent;
    private int _started;
    private int _stopping;

    /// <summary>A run that begins.</summary>
    public LiveDomain(int id, DomainDefinition definition, GuestDirectories directories)
    {
        Id = id;
        Directories = directories;
        _definition = new RunningDefinition(definition);
    }

    /// <summary>The id of this run, never used again while the daemon runs.</summary>
    public int Id { get; }

    /// <summary>The folders of this run.</summary>
    public GuestDirectories Directories { get; }

    /// <summary>The socket of QEMU's monitor.</summary>
    public string MonitorPath => Path.Combine(Directories.Library, "monitor.sock");

    /// <summary>Where QEMU's words go.</summary>
    public required string LogPath { get; init; }

    /// <summary>What its QEMU can do.</summary>
    public required QemuCapabilities Capabilities { get; init; }

    /// <inheritdoc cref="RunningDefinition.Current"/>
    public DomainDefinition Definition => _definition.Current;

    /// <inheritdoc cref="RunningDefinition.Facts"/>
    public DomainFacts Facts => _definition.Facts;

    /// <inheritdoc cref="RunningDefinition.Xml"/>
    public string Xml => _definition.Xml;

    /// <summary>QEMU; null before it was started.</summary>
    public QemuProcess? Process
    {
        get => _process;
        set => _process = value;
    }

    /// <summary>The process before QEMU answers; afterwards that of <see cref="Process"/>.</summary>
    public ProcessIdentity Identity { get; set; }

    /// <summary>Whether somebody may have been told that the guest runs.</summary>
    public bool HasStarted => Volatile.Read(ref _started) != 0;

    /// <summary>Cancelled when somebody wants the guest gone before it has started.</summary>
    public CancellationToken StartAborted => _startAborted.Token;

    /// <summary>QEMU's monitor.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_OPERATION_INVALID while QEMU is only just being
    /// started.</exception>
    public QmpClient Monitor => _process?.Monitor ?? throw DomainErrors.Invalid("domain is still being started");

    /// <summary>
    /// What its command line was made with, for devices that come later; null until it is needed after an adoption.
    /// </summary>
    public CommandLineContext? Context { get; set; }

    /// <summary>Detaches that wait for the guest.</summary>
    public DeviceRemovals Removals { get; } = new();

    /// <summary>Long work on its disks.</summary>
    public BlockJobTable BlockJobs { get; } = new();

    /// <summary>Completes when the guest next goes off, starts anew or falls asleep.</summary>
    public Task NextPowerChange => Volatile.Read(ref _powerChange).Task;

    /// <summary>How long the agent may take where nothing else is said.</summary>
    public AgentTimeout AgentTimeout { get; set; } = AgentTimeout.Default;

    /// <summary>Who holds which console.</summary>
    public ConsoleHolders Consoles { get; } = new();

    /// <summary>The host's thread of each vCPU, by the vCPU's number.</summary>
    public IReadOnlyDictionary<int, int> VcpuThreads { get; set; } = new Dictionary<int, int>();

    /// <summary>Why the next stop of the vCPUs happens; unknown where nobody here asked for it.</summary>
    public VirDomainPausedReason PausedReason { get; set; }

    /// <summary>Why the vCPUs run the next time; unknown where nobody here asked for it.</summary>
    public VirDomainRunningReason RunningReason { get; set; }

    /// <summary>Whether the next power-off of the guest is half of a reboot.</summary>
    public bool IsRebooting { get; set; }

    /// <summary>Whether the machine is off only until it is reset for its reboot.</summary>
    public bool IsOffForReboot { get; set; }

    /// <summary>Whether QEMU told that the guest's machine went off, so that its end is no crash.</summary>
    public bool HasShutDown { get; set; }

    /// <summary>Whether the guest ends with the client that started it.</summary>
    public bool IsAutodestroy { get; set; }

    /// <summary>
    /// Whether the guest was given all its files; those of a start that broke off were given in part.
    /// </summary>
    public bool HasAllFiles { get; set; }

    /// <summary>The migration of the guest's state that is under way, or was last.</summary>
    public MigrationWatch? Migration { get; set; }

    /// <summary>The dump of the guest's memory that is under way, or was last.</summary>
    public DumpWatch? Dump { get; set; }

    /// <summary>Disks that failed a request and were not read or written well since.</summary>
    public DiskErrors DiskErrors { get; } = new();

    /// <summary>Serializes the writing of the status file; after the end nobody writes it again.</summary>
    public Lock StatusLock { get; } = new();

    /// <summary>Whether nothing is left of this run.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Completes when nothing is left of this run.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether somebody ends this run already.</summary>
    public bool IsStopping => Volatile.Read(ref _stopping) != 0;

    /// <inheritdoc cref="RunningDefinition.Draft"/>
    public DomainDefinition Draft() => _definition.Draft();

    /// <inheritdoc cref="RunningDefinition.Publish"/>
    public void Publish(DomainDefinition draft) => _definition.Publish(draft);

    /// <inheritdoc cref="RunningDefinition.Change"/>
    public void Change(Action<DomainDefinition> change) => _definition.Change(change);

    /// <summary>Notes that somebody may be told now that the guest runs.</summary>
    /// <returns>Whether it still does: nobody ended it or gave it up meanwhile.</returns>
    public bool TryMarkStarted()
    {
        Interlocked.Exchange(ref _started, 1);
        return !IsStopping && !_startAborted.IsCancellationRequested;
    }

    /// <summary>Gives up a start that is under way.</summary>
    public void AbortStart() => _startAborted.Cancel();

    /// <summary>Why QEMU was asked to go, whoever sees it gone first; null while nobody asked.</summary>
    public Lifecycle.GuestEnd? AskedEnd { get; set; }

    /// <summary>Makes the caller the one who ends this run.</summary>
    /// <returns>Whether nobody was it before.</returns>
    public bool TryBeginStop() => Interlocked.Exchange(ref _stopping, 1) == 0;

    /// <summary>Tells that the guest went off, started anew or fell asleep.</summary>
    public void ReportPowerChange() => Interlocked.Exchange(
        ref _powerChange, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>The agent behind a channel's socket, connected once.</summary>
    public AgentClient AgentAt(string path)
    {
        lock (_agentLock)
        {
            if (_agent is { Closed.IsCompleted: true })
            {
                _agent.Dispose();
                _agent = null;
            }

            _agent ??= AgentClient.Connect(path);
            _agent.ResponseTimeout = AgentTimeout;
            return _agent;
        }
    }

    /// <summary>Tells that the agent went away: whoever waits for it need not any longer.</summary>
    public void ReportAgentGone()
    {
        lock (_agentLock)
            _agent?.OnGuestClosed();
    }

    /// <summary>Lets go of what only a run needs.</summary>
    public void Dispose()
    {
        lock (_agentLock)
            _agent?.Dispose();
        _startAborted.Dispose();
    }
}
