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
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                $"Network port with UUID {wanted.Uuid} already exists");
        }

        var port = PortAllocation.Settle(definition, wanted, [.. now.Ports.Values]);
        _statuses.WritePort(now.Name, port);
        network.Publish(s => s with { Ports = s.Ports.SetItem(port.Uuid, port) });
        return port;
    }

    /// <summary>Gives a port back; one that is gone already is no error.</summary>
    /// <returns>Whether it was there.</returns>
    public async ValueTask<bool> DeletePortAsync(NetworkObject network, Guid port)
    {
        using var turn = await network.BeginAsync(CancellationToken.None);
        if (!network.Current.Ports.ContainsKey(port))
            return false;
        _statuses.RemovePort(network.Current.Name, port);
        network.Publish(s => s with { Ports = s.Ports.Remove(port) });
        return true;
    }

    /// <summary>Notes a port anew whose limits were changed.</summary>
    public async ValueTask ChangePortAsync(
        NetworkObject network, Guid port, Func<NetworkPort, NetworkPort> change, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var changed = change(FindPort(network.Current, port));
        if (network.Current.Live is { } definition)
        {
            var others = network.Current.Ports.Values.Where(other => other.Uuid != port);
            PortAllocation.RequireFloor(definition, changed, [.. others]);
        }

        _statuses.WritePort(network.Current.Name, changed);
        network.Publish(s => s with { Ports = s.Ports.SetItem(port, changed) });
    }

    /// <summary>Finds a port.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_NETWORK_PORT.</exception>
    public static NetworkPort FindPort(NetworkSnapshot now, Guid port) =>
        now.Ports.GetValueOrDefault(port) ?? throw NetworkErrors.Of(
            VirErrorNumber.VIR_ERR_NO_NETWORK_PORT,
            $"Network port with UUID {port} does not exist");
}
