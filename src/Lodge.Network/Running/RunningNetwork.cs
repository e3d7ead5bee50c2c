using Lodge.Model.Networks;
using Lodge.Network.Dnsmasq;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Running;

/// <summary>A network that runs. Its methods are for one caller at a time.</summary>
public sealed class RunningNetwork : IDisposable
{
    private const int MostRestarts = 5;

    private static readonly TimeSpan RestartWindow = TimeSpan.FromMinutes(1);

    private readonly NetworkHost _host;
    private readonly Action<string> _warn;
    private readonly SemaphoreSlim _serverTurn = new(1, 1);
    private readonly Queue<DateTime> _restarts = new();
    private DnsmasqServer? _server;
    private bool _isStopping;

    internal RunningNetwork(
        NetworkHost host, NetworkDefinition network, DnsmasqServer? server, Action<string> warn)
    {
        _host = host;
        _warn = warn;
        Definition = network;
        _server = server;
        if (server is not null) _ = WatchAsync(server);
    }

    /// <summary>The network as it runs.</summary>
    public NetworkDefinition Definition { get; private set; }

    /// <summary>The process id of its dnsmasq; null where there is none.</summary>
    public int? DnsmasqId => _server?.ProcessId;

    /// <summary>Stops it: dnsmasq, filter, bridge.</summary>
    /// <exception cref="VirException">The bridge cannot be removed.</exception>
    public async Task StopAsync()
    {
        await _serverTurn.WaitAsync();
        try
        {
            _isStopping = true;
            var stopping = _server?.StopAsync() ?? Task.CompletedTask;
            if (Definition.Forward.Mode.HasOwnBridge()) await _host.StopOwnAsync(Definition);
            await stopping;
            _server?.Dispose();
            _server = null;
        }
        finally
        {
            _serverTurn.Release();
        }
    }

    /// <summary>Puts a changed network in place of the one that runs; guests are not interrupted.</summary>
    /// <param name="next">The changed network.</param>
    /// <param name="needsRules">Whether the change may concern the packet filter.</param>
    /// <param name="needsRestart">Whether dnsmasq has to be started again; its hosts alone need no more than a
    /// hint.</param>
    /// <exception cref="VirException">It cannot be; the network runs on as it was.</exception>
    public async Task UpdateAsync(NetworkDefinition next, bool needsRules, bool needsRestart)
    {
        ArgumentNullException.ThrowIfNull(next);
        var before = Definition;
        if (!before.Forward.Mode.HasOwnBridge())
        {
            Definition = next;
            return;
        }

        if (needsRules) await NetworkHost.InstallRulesAsync(next);
        try
        {
            Definition = next;
            await UpdateServerAsync(next, needsRestart);
        }
        catch (VirException)
        {
            Definition = before;
            if (needsRules) await NetworkHost.InstallRulesAsync(before);
            await UpdateServerAsync(before, needsRestart);
            throw;
        }
    }

    /// <summary>Watches it no longer; it runs on.</summary>
    public void Dispose()
    {
        _server?.Dispose();
        _serverTurn.Dispose();
    }

    private async Task UpdateServerAsync(NetworkDefinition network, bool needsRestart)
    {
        await _serverTurn.WaitAsync();
        try
        {
            if (!needsRestart && _server is not null && DnsmasqConfiguration.IsNeeded(network))
            {
                _server.Reload(network);
                return;
            }

            if (_server is { } old)
            {
                _server = null;
                await old.StopAsync();
                old.Dispose();
            }

            await StartServerAsync(network);
        }
        finally
        {
            _serverTurn.Release();
        }
    }

    private async Task StartServerAsync(NetworkDefinition network)
    {
        if (!DnsmasqConfiguration.IsNeeded(network)) return;
        _server = await DnsmasqServer.StartAsync(network, _host.Folders.Of(network.Name));
        _ = WatchAsync(_server);
    }

    /// <summary>
    /// A dnsmasq that ends by itself is started again, and it is said; one that never stays is given up.
    /// </summary>
    private async Task WatchAsync(DnsmasqServer server)
    {
        await server.Exited;
        await _serverTurn.WaitAsync();
        try
        {
            if (_isStopping || _server != server) return;
            server.Dispose();
            _server = null;
            if (!MayRestart())
            {
                _warn($"dnsmasq of network '{Definition.Name}' ended {MostRestarts} times within "
                    + $"{RestartWindow.TotalSeconds:0} s and is given up: guests get no addresses; see its own log");
                return;
            }

            _warn($"dnsmasq of network '{Definition.Name}' ended unexpectedly: it is started again");
            await StartServerAsync(Definition);
        }
        catch (Exception failure) when (failure is VirException or IOException or UnauthorizedAccessException)
        {
            _warn($"dnsmasq of network '{Definition.Name}' cannot be started again: {failure.Message}");
        }
        finally
        {
            _serverTurn.Release();
        }
    }

    private bool MayRestart()
    {
        var now = DateTime.UtcNow;
        while (_restarts.TryPeek(out var first) && now - first > RestartWindow) _restarts.Dequeue();
        _restarts.Enqueue(now);
        return _restarts.Count <= MostRestarts;
    }
}
