using System.Collections.Concurrent;
using Lodge.Model.Networks;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

/// <summary>All networks, found by UUID and name without ever waiting.</summary>
internal sealed class NetworkRegistry
{
    private readonly Lock _changes = new();
    private readonly ConcurrentDictionary<VirUuid, NetworkObject> _byUuid = new();
    private readonly ConcurrentDictionary<string, NetworkObject> _byName = new(StringComparer.Ordinal);

    /// <summary>Every network now, in no order.</summary>
    public IEnumerable<NetworkObject> All => _byUuid.Values.Where(network => network.Current.Exists);

    /// <summary>The network with this UUID, or null.</summary>
    public NetworkObject? Find(VirUuid uuid) => Existing(_byUuid.GetValueOrDefault(uuid));

    /// <summary>The network with this name, or null.</summary>
    public NetworkObject? Find(string name) => Existing(_byName.GetValueOrDefault(name));

    /// <summary>Whether another network has a bridge of that name.</summary>
    /// <param name="bridge">The bridge's name.</param>
    /// <param name="except">The network that may have it.</param>
    public bool HasBridge(string bridge, string except) => _byUuid.Values
        .Select(network => network.Current)
        .Any(now => now.Name != except && (now.Live?.Bridge.Name == bridge || now.Config?.Bridge.Name == bridge
            || now.PendingBridge == bridge));

    /// <summary>Finds the network of this definition, or makes an empty one.</summary>
    /// <param name="definition">Its name and UUID count.</param>
    /// <param name="live">Whether it is to be started without being stored.</param>
    /// <exception cref="VirException">Another has the UUID or the name, or it runs already.</exception>
    public (NetworkObject Network, bool IsNew) FindOrAdd(NetworkDefinition definition, bool live)
    {
        var uuid = VirUuid.Of(definition.Uuid);
        lock (_changes)
        {
            if (_byUuid.TryGetValue(uuid, out var known))
            {
                if (known.Current.Name != definition.Name)
                {
                    throw NetworkErrors.Of(
                        VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                        $"network '{known.Current.Name}' is already defined with uuid {uuid}");
                }

                if (live && known.Current.IsActive)
                    throw NetworkErrors.Invalid($"network is already active as '{known.Current.Name}'");
                return (known, false);
            }

            if (_byName.TryGetValue(definition.Name, out var other))
            {
                throw NetworkErrors.Of(
                    VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"network '{definition.Name}' already exists with uuid {other.Uuid}");
            }

            var added = new NetworkObject(new NetworkSnapshot
            {
                Name = definition.Name,
                Uuid = uuid,
                PendingBridge = definition.Bridge.Name,
            });
            _byUuid[uuid] = added;
            _byName[definition.Name] = added;
            return (added, true);
        }
    }

    /// <summary>Takes a network out.</summary>
    public void Remove(NetworkObject network)
    {
        lock (_changes)
        {
            network.IsRemoved = true;
            _byUuid.TryRemove(network.Uuid, out _);
            _byName.TryRemove(network.Current.Name, out _);
        }
    }

    private static NetworkObject? Existing(NetworkObject? network) =>
        network is { Current.Exists: true } ? network : null;
}
