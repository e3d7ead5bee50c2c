using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Filters: finding and defining.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Finds a network filter by its name. (<c>virNWFilterLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilter> LookupNetworkFilterByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new NetworkFilter(this, (await Rpc.NwfilterLookupByNameAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Nwfilter);

    /// <summary>Finds a network filter by its UUID. (<c>virNWFilterLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilter> LookupNetworkFilterByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new NetworkFilter(this, (await Rpc.NwfilterLookupByUuidAsync(
            new() { Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Nwfilter);

    /// <summary>Counts the network filters. (<c>virConnectNumOfNWFilters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfNetworkFiltersAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfNwfiltersAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the names of the network filters. (<c>virConnectListNWFilters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListNetworkFiltersAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListNwfiltersAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_NWFILTER_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>
    /// Defines a network filter, anew or in place of the one with the same name. (<c>virNWFilterDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilter> DefineNetworkFilterXmlAsync(
        string xml, CancellationToken cancellationToken = default) =>
        new NetworkFilter(this, (await Rpc.NwfilterDefineXmlAsync(
            new() { Xml = xml }, cancellationToken).ConfigureAwait(false)).Nwfilter);

    /// <summary>Lists the network filters. (<c>virConnectListAllNWFilters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<NetworkFilter>> ListAllNetworkFiltersAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllNwfiltersAsync(
            new() { NeedResults = 1, Flags = flags }, cancellationToken).ConfigureAwait(false)).Filters);

    /// <summary>
    /// Finds the network filter at work on a port by the port's device. (<c>virNWFilterBindingLookupByPortDev</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilterBinding> LookupNetworkFilterBindingByPortDevAsync(
        string name, CancellationToken cancellationToken = default) =>
        new NetworkFilterBinding(this, (await Rpc.NwfilterBindingLookupByPortDevAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Nwfilter);

    /// <summary>Puts a network filter to work on a port. (<c>virNWFilterBindingCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilterBinding> CreateNetworkFilterBindingXmlAsync(
        string xml, VirNWFilterBindingCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new NetworkFilterBinding(this, (await Rpc.NwfilterBindingCreateXmlAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Nwfilter);

    /// <summary>Lists the network filters at work on ports. (<c>virConnectListAllNWFilterBindings</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<NetworkFilterBinding>> ListAllNetworkFilterBindingsAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllNwfilterBindingsAsync(
            new() { NeedResults = 1, Flags = flags }, cancellationToken).ConfigureAwait(false)).Bindings);

    /// <summary>
    /// Defines a network filter, and can hold its description against the schema first.
    /// (<c>virNWFilterDefineXMLFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NetworkFilter> DefineNetworkFilterXmlFlagsAsync(
        string xml, VirNWFilterDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new NetworkFilter(this, (await Rpc.NwfilterDefineXmlFlagsAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Nwfilter);
}
