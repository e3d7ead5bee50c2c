using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class Network
{
    /// <summary>Starts the network. (<c>virNetworkCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CreateAsync(CancellationToken cancellationToken = default) =>
        Rpc.NetworkCreateAsync(new() { Net = Wire }, cancellationToken);

    /// <summary>Stops the network. (<c>virNetworkDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(CancellationToken cancellationToken = default) =>
        Rpc.NetworkDestroyAsync(new() { Net = Wire }, cancellationToken);

    /// <summary>Asks for the network's description, as XML. (<c>virNetworkGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirNetworkXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkGetXmlDescAsync(
            new() { Net = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Asks whether the network starts with the host. (<c>virNetworkGetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> GetAutostartAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkGetAutostartAsync(
            new() { Net = Wire }, cancellationToken).ConfigureAwait(false)).Autostart != 0;

    /// <summary>Asks for the name of the network's bridge. (<c>virNetworkGetBridgeName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetBridgeNameAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkGetBridgeNameAsync(new() { Net = Wire }, cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>Forgets the network's definition. (<c>virNetworkUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.NetworkUndefineAsync(new() { Net = Wire }, cancellationToken);

    /// <summary>Asks whether the network is active. (<c>virNetworkIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkIsActiveAsync(new() { Net = Wire }, cancellationToken).ConfigureAwait(false)).Active != 0;

    /// <summary>Asks whether the network is defined. (<c>virNetworkIsPersistent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsPersistentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkIsPersistentAsync(
            new() { Net = Wire }, cancellationToken).ConfigureAwait(false)).Persistent != 0;

    /// <summary>Changes one part of the network: a host, a range, a forwarder. (<c>virNetworkUpdate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UpdateAsync(
        VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parentIndex, string xml,
        VirNetworkUpdateFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NetworkUpdateAsync(
            new()
            {
                Net = Wire, Command = (uint)command, Section = (uint)section, ParentIndex = parentIndex,
                Xml = xml, Flags = (uint)flags,
            },
            cancellationToken);

    /// <summary>
    /// Asks which addresses the network has lent, or only to one MAC address. (<c>virNetworkGetDHCPLeases</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkDhcpLease[]> GetDhcpLeasesAsync(
        string? mac, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkGetDhcpLeasesAsync(
            new()
            {
                Net = Wire, Mac = mac, NeedResults = 1, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Leases;

    /// <summary>Lists the ports of the network. (<c>virNetworkListAllPorts</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<NetworkPort>> ListAllPortsAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.NetworkListAllPortsAsync(
            new()
            {
                Network = Wire, NeedResults = 1, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Ports);

    /// <summary>Finds a port by its UUID. (<c>virNetworkPortLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkPort> LookupPortByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new NetworkPort(Connection, (await Rpc.NetworkPortLookupByUuidAsync(
            new() { Network = Wire, Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Port);

    /// <summary>Makes a port. (<c>virNetworkPortCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkPort> CreatePortXmlAsync(
        string xml, VirNetworkPortCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new NetworkPort(Connection, (await Rpc.NetworkPortCreateXmlAsync(
            new() { Network = Wire, Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Port);
}
