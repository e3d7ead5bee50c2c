using Lodge.Host.Netlink;
using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Network.Dnsmasq;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    private readonly Lock _names = new();

    /// <summary>Stores a network: a new one, or in place of the configuration that one has.</summary>
    /// <exception cref="VirException">The XML is bad, or another has its name, UUID or bridge; nothing is
    /// changed.</exception>
    public async ValueTask<NetworkObject> DefineAsync(string xml, CancellationToken cancellation)
    {
        var parsed = NetworkXml.Parse(xml);
        while (true)
        {
            var (definition, network, isNew) = Enter(parsed, live: false);
            using var turn = await network.BeginAsync(cancellation);
            if (network.IsRemoved)
                continue;
            try
            {
                _configs.Write(definition);
            }
            catch when (isNew)
            {
                Networks.Remove(network);
                throw;
            }

            Emit(
                network.Publish(s => s with { Config = definition, PendingBridge = null }),
                VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_DEFINED);
            return network;
        }
    }

    /// <summary>Starts a network that is not stored.</summary>
    /// <exception cref="VirException">The XML is bad, or it cannot start; nothing is left behind.</exception>
    public async ValueTask<NetworkObject> CreateAsync(string xml, CancellationToken cancellation)
    {
        var parsed = NetworkXml.Parse(xml);
        while (true)
        {
            var (definition, network, isNew) = Enter(parsed, live: true);
            using var turn = await network.BeginAsync(cancellation);
            if (network.IsRemoved)
                continue;
            try
            {
                await StartAsync(network, definition, cancellation);
                return network;
            }
            catch when (isNew)
            {
                Networks.Remove(network);
                throw;
            }
        }
    }

    /// <summary>Takes a stored network away; one that runs goes on as a transient one.</summary>
    public async ValueTask UndefineAsync(NetworkObject network, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        if (!network.Current.IsPersistent)
            throw NetworkErrors.Invalid("can't undefine transient network");
        var before = network.Current;
        _configs.Remove(before.Name);
        Emit(before, VirNetworkEventLifecycleType.VIR_NETWORK_EVENT_UNDEFINED);
        if (before.IsActive)
            network.Publish(s => s with { Config = null, Autostart = false });
        else
            Forget(network);
    }

    private void Forget(NetworkObject network)
    {
        Networks.Remove(network);
        DnsmasqServer.RemoveFiles(_host.Folders.Of(network.Current.Name));
    }

    /// <summary>Gives the bridge its name while nobody else can take it, and finds the network's place.</summary>
    private (NetworkDefinition Definition, NetworkObject Network, bool IsNew) Enter(NetworkDefinition parsed, bool live)
    {
        lock (_names)
        {
            var completed = BridgeNames.Complete(
                parsed,
                name => Networks.HasBridge(name, parsed.Name),
                HostLink.Exists);
            NetworkValidation.Check(completed, path => File.Exists(path + "/physfn"));
            var (network, isNew) = Networks.FindOrAdd(completed, live);
            return (completed, network, isNew);
        }
    }
}
