using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Interfaces of the host: finding and defining.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Counts the host's interfaces that are up. (<c>virConnectNumOfInterfaces</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfInterfacesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfInterfacesAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the names of the host's interfaces that are up. (<c>virConnectListInterfaces</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListInterfacesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListInterfacesAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_INTERFACE_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Finds an interface by its name. (<c>virInterfaceLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<HostInterface> LookupInterfaceByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new HostInterface(this, (await Rpc.InterfaceLookupByNameAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Iface);

    /// <summary>Finds an interface by its MAC address. (<c>virInterfaceLookupByMACString</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<HostInterface> LookupInterfaceByMacStringAsync(
        string mac, CancellationToken cancellationToken = default) =>
        new HostInterface(this, (await Rpc.InterfaceLookupByMacStringAsync(
            new() { Mac = mac }, cancellationToken).ConfigureAwait(false)).Iface);

    /// <summary>
    /// Defines an interface, anew or in place of the one with the same name. (<c>virInterfaceDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<HostInterface> DefineInterfaceXmlAsync(
        string xml, VirInterfaceDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new HostInterface(this, (await Rpc.InterfaceDefineXmlAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Iface);

    /// <summary>
    /// Counts the host's interfaces that are defined and down. (<c>virConnectNumOfDefinedInterfaces</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfDefinedInterfacesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfDefinedInterfacesAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>
    /// Lists the names of the host's interfaces that are defined and down. (<c>virConnectListDefinedInterfaces</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListDefinedInterfacesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListDefinedInterfacesAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_INTERFACE_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Begins changes that can be taken back. (<c>virInterfaceChangeBegin</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask InterfaceChangeBeginAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.InterfaceChangeBeginAsync(new() { Flags = flags }, cancellationToken);

    /// <summary>Keeps the changes since they were begun. (<c>virInterfaceChangeCommit</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask InterfaceChangeCommitAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.InterfaceChangeCommitAsync(new() { Flags = flags }, cancellationToken);

    /// <summary>Takes the changes since they were begun back. (<c>virInterfaceChangeRollback</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask InterfaceChangeRollbackAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.InterfaceChangeRollbackAsync(new() { Flags = flags }, cancellationToken);

    /// <summary>Lists the host's interfaces; without flags all of them. (<c>virConnectListAllInterfaces</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<HostInterface>> ListAllInterfacesAsync(
        VirConnectListAllInterfacesFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllInterfacesAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Ifaces);
}
