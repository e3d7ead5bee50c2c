using System.Runtime.InteropServices;
using Lodge.Daemon.Config;
using Lodge.Daemon.Dispatch;
using Lodge.Daemon.Logging;
using Lodge.Protocol.Remote;
using Lodge.Transport.Unix.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Server;

/// <summary>The daemon, whole: it puts the parts together, serves, and stops.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="paths">Where everything is.</param>
internal sealed partial class LodgeDaemon(DaemonOptions options, DaemonPaths paths) : IAsyncDisposable
{
    // Clients wait for the kernel, not for each other: more loops than cores help nobody.
    private const int MostLoops = 4;

    private const int WorkersAtOnce = 20;

    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly List<SocketLoop> _loops = [];
    private IdleWatch? _idle;
    private DaemonLock? _lock;
    private DaemonSockets? _sockets;
    private RpcServer? _main;
    private RpcServer? _administration;

    /// <summary>Completes when the daemon was asked to stop.</summary>
    public Task Stopped => _stop.Task;

    /// <summary>Begins to serve; returns once clients can connect.</summary>
    /// <exception cref="DaemonStartException">Another daemon is there, or something it needs is missing.</exception>
    public async Task StartAsync()
    {
        MakeFolders();
        _lock = DaemonLock.Take(paths.PidFile);
        Log.OpenFile(paths.LogFile);
        var configuration = DaemonConfiguration.Read(paths.ConfigurationFile);
        Log.Level = configuration.LogLevel ?? Log.Level;
        Log.Info($"lodged {DaemonOptions.VersionText()} starts");
        Listen(PosixSignal.SIGTERM, Stop);
        Listen(PosixSignal.SIGINT, Stop);
        Listen(PosixSignal.SIGHUP, Reload);

        // Calls may block on a disk: as many at once as libvirtd's own workers, made only when needed.
        ThreadPool.GetMinThreads(out _, out var completions);
        ThreadPool.SetMinThreads(WorkersAtOnce, completions);
        DescriptorLimit.Raise();

        var handlers = await BuildHandlersAsync();
        _main = new RpcServer("libvirtd", configuration.Limits, handlers);
        List<RpcServer> servers = [_main];
        _administration = new RpcServer(
            "admin", new ServerLimits { Clients = 5, UnauthenticatedClients = 0 }, BuildAdministration(servers));
        servers.Add(_administration);
        _idle = new IdleWatch(servers, IsBusy, Stop) { Patience = TimeSpan.FromSeconds(options.IdleTimeout ?? 0) };
        for (var i = 0; i < Math.Min(MostLoops, Environment.ProcessorCount); i++)
        {
            _loops.Add(new SocketLoop($"clients-{i}"));
        }

        _sockets = new DaemonSockets(paths, configuration, _loops, _main, _administration);
        _sockets.Start();
        await ServeStateAsync();
        ResidentMemory.Trim();
        TellReady();
    }

    /// <summary>Stops serving; guests go on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_sockets is not null)
        {
            ServiceNotifier.Notify("STOPPING=1");
            Log.Info("lodged stops; guests go on");
            _sockets.Dispose();
        }

        foreach (var client in _main?.Clients ?? [])
        {
            client.Close();
        }

        await StopStateAsync();
        _loops.ForEach(loop => loop.Dispose());
        _signals.ForEach(signal => signal.Dispose());
        _idle?.Dispose();
        _main?.Dispose();
        _administration?.Dispose();
        _lock?.Dispose();
    }

    private void Stop() => _stop.TrySetResult();

    private void Reload()
    {
        ServiceNotifier.Notify("RELOADING=1");
        try
        {
            Log.OpenFile(paths.LogFile);
            var configuration = DaemonConfiguration.Read(paths.ConfigurationFile);
            Log.Level = configuration.LogLevel ?? Log.Level;
            _main?.Limits.Become(configuration.Limits);
            _main?.LimitsChanged();
            Log.Info("lodged has read its configuration again");
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"lodged goes on with its old configuration: {failure.Message}");
        }

        ServiceNotifier.Notify("READY=1");
    }

    private void Listen(PosixSignal signal, Action action) =>
        _signals.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            action();
        }));

    private void MakeFolders()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode passage = owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        const UnixFileMode visible = passage | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        foreach (var (folder, mode) in new[]
        {
            (paths.Sockets, visible),
            (paths.Runtime, visible),
            (paths.State, passage),
            (paths.Images, passage),
            (paths.Configuration, owner),
            (paths.Cache, passage),
            (paths.Logs, owner),
        })
        {
            Directory.CreateDirectory(folder, mode);
        }
    }

    private void TellReady()
    {
        ServiceNotifier.Notify("READY=1");
        if (options.ReadyDescriptor is { } descriptor)
        {
            using var pipe = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Write, 0);
            pipe.Write("\n"u8);
        }
    }
}
