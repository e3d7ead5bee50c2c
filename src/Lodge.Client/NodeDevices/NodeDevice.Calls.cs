using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NodeDevice
{
    /// <summary>Calls libvirt. (<c>virNodeDeviceGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetXmlDescAsync(
            new() { Name = Name, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Calls libvirt. (<c>virNodeDeviceGetParent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string?> GetParentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetParentAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).ParentName;

    /// <summary>Calls libvirt. (<c>virNodeDeviceNumOfCaps</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfCapsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceNumOfCapsAsync(new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Calls libvirt. (<c>virNodeDeviceListCaps</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListCapsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceListCapsAsync(
            new()
            {
                Name = Name, Maxnames = RemoteConstants.REMOTE_NODE_DEVICE_CAPS_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Calls libvirt. (<c>virNodeDeviceDettach</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDettachAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceReAttach</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ReAttachAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceReAttachAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceReset</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceResetAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDestroyAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceDetachFlags</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachFlagsAsync(
        string? driverName, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDetachFlagsAsync(
            new() { Name = Name, DriverName = driverName, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceUndefineAsync(new() { Name = Name, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CreateAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceCreateAsync(new() { Name = Name, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virNodeDeviceGetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> GetAutostartAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetAutostartAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Autostart != 0;

    /// <summary>Calls libvirt. (<c>virNodeDeviceIsPersistent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsPersistentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceIsPersistentAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Persistent != 0;

    /// <summary>Calls libvirt. (<c>virNodeDeviceIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceIsActiveAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Active != 0;
}
