using System.Collections.Immutable;
using Lodge.Daemon.Logging;
using Lodge.Model.Networks;
using Lodge.Network.Leases;
using Lodge.Network.Running;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    /// <summary>Starts a stored network.</summary>
    public async ValueTask StartAsync(NetworkObject network, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var now = network.Current;
        if (now.IsActive)
            throw NetworkErrors.Invalid("network is already active");
        await StartAsync(network, now.Config!, cancellation);
    }

    /// <summary>Stops a network; guests on it lose their link.</summary>
    public async ValueTask StopAsync(NetworkObject network, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var before = network.Current;
        if (before.Running is not { } running)
            throw NetworkErrors.NotActive(before.Name);
        await running.StopAsync();
        running.Dispose();
        _statuses.Remove(before.Name);
        if (!before.IsPersistent)
            Forget(network);
        var after = network.Publish(s => s with
        {
            Live = null,
            Running = null,
            Ports = ImmutableDictionary<Guid, NetworkPort>.Empty,
        });
        Emit(after, VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_STOPPED);
    }

    /// <summary>The addresses that a network has lent.</summary>
    /// <param name="now">The network.</param>
    /// <param name="mac">Of which guest alone; null for all.</param>
    public IReadOnlyList<DhcpLease> Leases(NetworkSnapshot now, Func<string, bool>? mac)
    {
        var definition = now.Definition;
        if (definition.Bridge.Name is not { } bridge)
            return [];
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return
        [
            .. LeaseFile.Read(_host.Folders.Of(now.Name).Leases(bridge)).Where(lease =>
                (mac is null || mac(lease.Mac)) && (lease.ExpiryTime <= 0 || lease.ExpiryTime >= time)),
        ];
    }

    private async ValueTask StartAsync(
        NetworkObject network, NetworkDefinition stored, CancellationToken cancellation)
    {
        var definition = LiveDefinition.Of(stored);
        var running = await _host.StartAsync(definition, cancellation);
        try
        {
            _statuses.Write(definition);
        }
        catch (VirException)
        {
            await running.StopAsync();
            running.Dispose();
            throw;
        }

        var after = network.Publish(s => s with
        {
            Live = definition,
            Running = running,
            PendingBridge = null,
        });
        Log.Info($"Network '{definition.Name}' is started");
        Emit(after, VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_STARTED);
    }
}
