using Lodge.Host;
using Lodge.Host.Netlink;
using Lodge.Host.Nftables;
using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Network.Dnsmasq;
using Lodge.Network.Firewall;
using Lodge.Network.TrafficControl;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Running;

/// <summary>
/// Makes networks run on the host: bridges, packet filters, dnsmasq. What fails half way leaves nothing behind.
/// </summary>
public sealed class NetworkHost
{
    private readonly RouteNetlink _route;
    private readonly NetworkFolders _folders;
    private readonly Action<string> _warn;
    private readonly NetworkBridgeDevice _bridges;
    private readonly ForwardPolicy _policy;

    /// <summary>For one host.</summary>
    /// <param name="route">The host's links.</param>
    /// <param name="folders">Where files are kept.</param>
    /// <param name="warn">Told of what goes wrong without harm.</param>
    public NetworkHost(RouteNetlink route, NetworkFolders folders, Action<string> warn)
    {
        _route = route;
        _folders = folders;
        _warn = warn;
        _bridges = new NetworkBridgeDevice(route, warn);
        _policy = new ForwardPolicy(warn);
    }

    /// <summary>The host's links.</summary>
    public RouteNetlink Route => _route;

    /// <summary>Where files are kept.</summary>
    public NetworkFolders Folders => _folders;

    /// <summary>Starts a network.</summary>
    /// <exception cref="VirException">The reason, with libvirt's code; nothing is left behind.</exception>
    public async Task<RunningNetwork> StartAsync(NetworkDefinition network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        await using var undo = new Undo(failure =>
            _warn($"cannot undo all of the start of network '{network.Name}': {failure.Message}"));
        DnsmasqServer? server = null;
        if (network.Forward.Mode.HasOwnBridge())
        {
            server = await StartOwnAsync(network, undo, cancellation);
        }

        undo.Commit();
        return new RunningNetwork(this, network, server, _warn);
    }

    /// <summary>Takes over a network that ran under the daemon before: what is missing is made again.</summary>
    /// <returns>The network; null where its bridge is gone, so that it runs no more.</returns>
    public async Task<RunningNetwork?> RestoreAsync(NetworkDefinition network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!network.Forward.Mode.HasOwnBridge()) return new RunningNetwork(this, network, null, _warn);
        if (!await _bridges.ExistsAsync(network, cancellation)) return null;
        await InstallRulesAsync(network, cancellation);
        await _policy.OpenAsync(network, cancellation);
        var files = _folders.Of(network.Name);
        var server = DnsmasqServer.Find(files);
        if (server is null && DnsmasqConfiguration.IsNeeded(network))
        {
            _warn($"dnsmasq of network '{network.Name}' does not run any more: it is started again");
            server = await DnsmasqServer.StartAsync(network, files, cancellation);
        }

        return new RunningNetwork(this, network, server, _warn);
    }

    /// <summary>The classes of a network's bridge, for what its ports promise.</summary>
    public PortFloors FloorsOf(NetworkDefinition network) => new(network, _warn);

    /// <summary>Puts a network's packet filter in place, of whatever is there.</summary>
    public static Task InstallRulesAsync(NetworkDefinition network, CancellationToken cancellation = default) =>
        NetworkRules.AreNeeded(network)
            ? Nft.ApplyAsync(NetworkRules.Install(network), cancellation)
            : Task.CompletedTask;

    /// <summary>Puts a network's packet filter back where it is gone.</summary>
    /// <returns>Whether it was gone.</returns>
    public static async Task<bool> RestoreRulesAsync(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!NetworkRules.AreNeeded(network)
            || await Nft.ListAsync(["list", "table", "inet", NetworkRules.Table(network)]) is not null)
        {
            return false;
        }

        await InstallRulesAsync(network);
        return true;
    }

    internal async Task StopOwnAsync(NetworkDefinition network)
    {
        var rules = NetworkRules.AreNeeded(network) ? Nft.ApplyAsync(NetworkRules.Remove(network)) : Task.CompletedTask;
        var policy = ForwardPolicy.CloseAsync(network);
        if (Rates(network) is { } rates) await rates.RemoveAsync();
        await _bridges.RemoveAsync(network);
        await rules;
        await policy;
    }

    private static LinkBandwidth? Rates(NetworkDefinition network) =>
        network is { Bandwidth: { } bandwidth, Bridge.Name: { } bridge }
            ? LinkBandwidth.OfNetwork(bridge, bandwidth)
            : null;

    private async Task<DnsmasqServer?> StartOwnAsync(
        NetworkDefinition network, Undo undo, CancellationToken cancellation)
    {
        if (network.Bridge.Zone is { } zone)
        {
            throw NetworkFailure.Internal(
                $"zone {zone} requested for network {network.Name} but firewalld is not active");
        }

        // The filter does not need the bridge to be there: both are made at once.
        var rules = Task.WhenAll(
            InstallRulesAsync(network, cancellation), _policy.OpenAsync(network, cancellation));
        undo.Add(async () =>
        {
            await Task.WhenAny(rules);
            await ForwardPolicy.CloseAsync(network);
            if (NetworkRules.AreNeeded(network)) await Nft.ApplyAsync(NetworkRules.Remove(network));
        });
        await _bridges.CreateAsync(network, undo, cancellation);
        DnsmasqServer? server = null;
        if (DnsmasqConfiguration.IsNeeded(network))
        {
            server = await DnsmasqServer.StartAsync(network, _folders.Of(network.Name), cancellation);
            undo.Add(async () =>
            {
                await server.StopAsync();
                server.Dispose();
            });
        }

        await rules;
        if (Rates(network) is { } rates)
        {
            undo.Add(async () => await rates.RemoveAsync());
            await rates.ApplyAsync(cancellation);
        }

        return server;
    }
}
