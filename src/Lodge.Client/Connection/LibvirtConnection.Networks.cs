using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Networks: finding, defining, making.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>
    /// Lists the names of the networks that are defined and not active. (<c>virConnectListDefinedNetworks</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListDefinedNetworksAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListDefinedNetworksAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_NETWORK_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Lists the names of the networks that are active. (<c>virConnectListNetworks</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListNetworksAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListNetworksAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_NETWORK_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>
    /// Makes a network of a description and starts it; it is gone when it stops. (<c>virNetworkCreateXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> CreateNetworkXmlAsync(string xml, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkCreateXmlAsync(
            new() { Xml = xml }, cancellationToken).ConfigureAwait(false)).Net);

    /// <summary>
    /// Defines a network, anew or in place of the one with the same name and UUID. (<c>virNetworkDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> DefineNetworkXmlAsync(string xml, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkDefineXmlAsync(
            new() { Xml = xml }, cancellationToken).ConfigureAwait(false)).Net);

    /// <summary>Finds a network by its name. (<c>virNetworkLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> LookupNetworkByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkLookupByNameAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Net);

    /// <summary>Finds a network by its UUID. (<c>virNetworkLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> LookupNetworkByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkLookupByUuidAsync(
            new() { Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Net);

    /// <summary>Counts the networks that are defined and not active. (<c>virConnectNumOfDefinedNetworks</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfDefinedNetworksAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfDefinedNetworksAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Counts the networks that are active. (<c>virConnectNumOfNetworks</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfNetworksAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfNetworksAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists networks; without flags all of them. (<c>virConnectListAllNetworks</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<Network>> ListAllNetworksAsync(
        VirConnectListAllNetworksFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllNetworksAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Nets);

    /// <summary>
    /// Defines a network, and can hold its description against the schema first. (<c>virNetworkDefineXMLFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> DefineNetworkXmlFlagsAsync(
        string xml, VirNetworkDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkDefineXmlFlagsAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Net);

    /// <summary>
    /// Makes a network of a description and starts it, and can hold the description against the schema first.
    /// (<c>virNetworkCreateXMLFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Network> CreateNetworkXmlFlagsAsync(
        string xml, VirNetworkCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new Network(this, (await Rpc.NetworkCreateXmlFlagsAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Net);
}
