using Lodge.Model.Networks;
using Lodge.Network.Ports;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    /// <summary>Connects a guest: settles what its port is plugged into, and notes it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="wanted">The port as it is asked for, without a plug.</param>
    /// <param name="cancellation">Ends waiting for the network's turn.</param>
    /// <returns>The port as it is.</returns>
    /// <exception cref="VirException">The network does not run, or cannot have such a port.</exception>
    public async ValueTask<NetworkPort> CreatePortAsync(
        NetworkObject network, NetworkPort wanted, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var now = network.Current;
        if (now.Live is not { } definition)
            throw NetworkErrors.NotActive(now.Name);
        if (now.Ports.ContainsKey(wanted.Uuid))
        {
            throw NetworkErrors.Of(
                VirErrorNumber.VIR_ERR_NETWORK_PORT_EXIST,
                $"Network port with UUID {wanted.Uuid} already exists");
        }

        var port = PortAllocation.Settle(definition, wanted, [.. now.Ports.Values]);
        await _host.FloorsOf(definition).ChangeAsync(before: null, port, now.Ports.Values, cancellation);
        try
        {
            _statuses.WritePort(now.Name, port);
        }
        catch
        {
            await _host.FloorsOf(definition).ChangeAsync(port, after: null, now.Ports.Values, CancellationToken.None);
            throw;
        }

        network.Publish(s => s with { Ports = s.Ports.SetItem(port.Uuid, port) });
        return port;
    }

    /// <summary>Gives a port back; one that is gone already is no error.</summary>
    /// <returns>Whether it was there.</returns>
    public async ValueTask<bool> DeletePortAsync(NetworkObject network, Guid port)
    {
        using var turn = await network.BeginAsync(CancellationToken.None);
        var now = network.Current;
        if (!now.Ports.TryGetValue(port, out var gone))
            return false;
        _statuses.RemovePort(now.Name, port);
        if (now.Live is { } definition)
            await _host.FloorsOf(definition).ChangeAsync(gone, after: null, now.Ports.Values.Except([gone]));
        network.Publish(s => s with { Ports = s.Ports.Remove(port) });
        return true;
    }

    /// <summary>Notes a port anew whose limits were changed.</summary>
    public async ValueTask ChangePortAsync(
        NetworkObject network, Guid port, Func<NetworkPort, NetworkPort> change, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var now = network.Current;
        var before = FindPort(now, port);
        var changed = change(before);
        if (now.Live is { } definition)
        {
            var others = now.Ports.Values.Where(other => other.Uuid != port).ToList();
            changed = PortAllocation.WithFloor(definition, changed, others);
            await _host.FloorsOf(definition).ChangeAsync(before, changed, others, cancellation);
        }

        _statuses.WritePort(now.Name, changed);
        network.Publish(s => s with { Ports = s.Ports.SetItem(port, changed) });
    }

    /// <summary>Finds a port.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_NETWORK_PORT.</exception>
    public static NetworkPort FindPort(NetworkSnapshot now, Guid port) =>
        now.Ports.GetValueOrDefault(port) ?? throw NetworkErrors.Of(
            VirErrorNumber.VIR_ERR_NO_NETWORK_PORT,
            $"Network port with UUID {port} does not exist");
}
