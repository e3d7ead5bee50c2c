using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>Makes objects of the client from those of the wire, and back.</summary>
internal static class Objects
{
    public static IReadOnlyList<Domain> Of(LibvirtConnection connection, RemoteDomain[] wires) =>
        Array.ConvertAll(wires, wire => new Domain(connection, wire));

    public static IReadOnlyList<DomainSnapshot> Of(LibvirtConnection connection, RemoteDomainSnapshot[] wires) =>
        Array.ConvertAll(wires, wire => new DomainSnapshot(connection, wire));

    public static IReadOnlyList<DomainCheckpoint> Of(LibvirtConnection connection, RemoteDomainCheckpoint[] wires) =>
        Array.ConvertAll(wires, wire => new DomainCheckpoint(connection, wire));

    public static IReadOnlyList<Network> Of(LibvirtConnection connection, RemoteNetwork[] wires) =>
        Array.ConvertAll(wires, wire => new Network(connection, wire));

    public static IReadOnlyList<NetworkPort> Of(LibvirtConnection connection, RemoteNetworkPort[] wires) =>
        Array.ConvertAll(wires, wire => new NetworkPort(connection, wire));

    public static IReadOnlyList<StoragePool> Of(LibvirtConnection connection, RemoteStoragePool[] wires) =>
        Array.ConvertAll(wires, wire => new StoragePool(connection, wire));

    public static IReadOnlyList<StorageVolume> Of(LibvirtConnection connection, RemoteStorageVol[] wires) =>
        Array.ConvertAll(wires, wire => new StorageVolume(connection, wire));

    public static IReadOnlyList<Secret> Of(LibvirtConnection connection, RemoteSecret[] wires) =>
        Array.ConvertAll(wires, wire => new Secret(connection, wire));

    public static IReadOnlyList<NodeDevice> Of(LibvirtConnection connection, RemoteNodeDevice[] wires) =>
        Array.ConvertAll(wires, wire => new NodeDevice(connection, wire));

    public static IReadOnlyList<HostInterface> Of(LibvirtConnection connection, RemoteInterface[] wires) =>
        Array.ConvertAll(wires, wire => new HostInterface(connection, wire));

    public static IReadOnlyList<NetworkFilter> Of(LibvirtConnection connection, RemoteNwfilter[] wires) =>
        Array.ConvertAll(wires, wire => new NetworkFilter(connection, wire));

    public static IReadOnlyList<NetworkFilterBinding> Of(LibvirtConnection connection, RemoteNwfilterBinding[] wires) =>
        Array.ConvertAll(wires, wire => new NetworkFilterBinding(connection, wire));

    public static RemoteDomain[] ToWire(IReadOnlyList<Domain> domains) => [.. domains.Select(domain => domain.Wire)];
}
