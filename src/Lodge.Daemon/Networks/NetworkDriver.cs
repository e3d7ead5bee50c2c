using Lodge.Daemon.Events;
using Lodge.Network.Firewall;
using Lodge.Network.Running;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

/// <summary>All virtual networks. Reads never wait for changes; each network changes one step at a time.</summary>
internal sealed partial class NetworkDriver : IDisposable
{
    private readonly NetworkHost _host;
    private readonly NetworkConfigFolder _configs;
    private readonly NetworkStatusFolder _statuses;
    private readonly bool _isFirstStart;
    private RuleWatch? _rules;

    /// <summary>A driver over stored networks.</summary>
    /// <param name="host">Makes networks run.</param>
    /// <param name="configurations">The folder of configurations.</param>
    /// <param name="statuses">The folder of what runs.</param>
    public NetworkDriver(NetworkHost host, string configurations, string statuses)
    {
        _host = host;
        _isFirstStart = !Directory.Exists(configurations);
        _configs = new NetworkConfigFolder(configurations);
        _statuses = new NetworkStatusFolder(statuses);
    }

    /// <summary>The networks.</summary>
    public NetworkRegistry Networks { get; } = new();

    /// <summary>Who is told what happens.</summary>
    public ObjectEventHub<VirUuid> Events { get; } = new("network", (int)VirNetworkEventID.VIR_NETWORK_EVENT_ID_LAST);

    /// <summary>What makes networks run.</summary>
    public NetworkHost Host => _host;

    /// <summary>Finds a network.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_NETWORK.</exception>
    public NetworkObject Find(VirUuid uuid, string name) =>
        Networks.Find(uuid) ?? throw NetworkErrors.NotFound(uuid, name);

    /// <summary>Finds a network by its name.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_NETWORK.</exception>
    public NetworkObject Find(string name) => Networks.Find(name) ?? throw NetworkErrors.NotFound(name);

    /// <summary>Decides whether a network starts with the daemon.</summary>
    public async ValueTask SetAutostartAsync(NetworkObject network, bool autostart, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var now = network.Current;
        if (!now.IsPersistent)
            throw NetworkErrors.Invalid("cannot set autostart for transient network");
        if (now.Autostart == autostart)
            return;
        _configs.SetAutostart(now.Name, autostart);
        network.Publish(s => s with { Autostart = autostart });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in Networks.All)
            network.Dispose();
        _rules?.Dispose();
        _configs.Dispose();
        _statuses.Dispose();
        _host.Route.Dispose();
    }

    private static async ValueTask<NetworkObject.Turn> BeginAsync(NetworkObject network, CancellationToken cancellation)
    {
        var turn = await network.BeginAsync(cancellation);
        if (!network.IsRemoved)
            return turn;
        turn.Dispose();
        throw NetworkErrors.NotFound(network.Uuid, network.Current.Name);
    }

    private void Emit(NetworkSnapshot now, VirNetworkEventLifecycleType happened) =>
        Events.Emit(new NetworkLifecycleEvent(now.Wire, happened));

}
