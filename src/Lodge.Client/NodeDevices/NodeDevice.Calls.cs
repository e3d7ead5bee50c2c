using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NodeDevice
{
    /// <summary>Asks for the device's description, as XML. (<c>virNodeDeviceGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetXmlDescAsync(
            new() { Name = Name, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Asks for the name of the device that this one hangs on, or null. (<c>virNodeDeviceGetParent</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string?> GetParentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetParentAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).ParentName;

    /// <summary>Counts the device's capabilities. (<c>virNodeDeviceNumOfCaps</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfCapsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceNumOfCapsAsync(new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the device's capabilities. (<c>virNodeDeviceListCaps</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListCapsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceListCapsAsync(
            new()
            {
                Name = Name, Maxnames = RemoteConstants.REMOTE_NODE_DEVICE_CAPS_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Takes the device from its driver, so that a guest can have it. (<c>virNodeDeviceDettach</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDettachAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Gives the device back to its driver. (<c>virNodeDeviceReAttach</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ReAttachAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceReAttachAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Resets the device. (<c>virNodeDeviceReset</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceResetAsync(new() { Name = Name }, cancellationToken);

    /// <summary>Takes a virtual device away. (<c>virNodeDeviceDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDestroyAsync(new() { Name = Name }, cancellationToken);

    /// <summary>
    /// Takes the device from its driver and gives it to another, so that a guest can have it.
    /// (<c>virNodeDeviceDetachFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachFlagsAsync(
        string? driverName, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceDetachFlagsAsync(
            new() { Name = Name, DriverName = driverName, Flags = flags }, cancellationToken);

    /// <summary>Forgets the definition of a mediated device. (<c>virNodeDeviceUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceUndefineAsync(new() { Name = Name, Flags = flags }, cancellationToken);

    /// <summary>Makes the mediated device that is defined. (<c>virNodeDeviceCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CreateAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeDeviceCreateAsync(new() { Name = Name, Flags = flags }, cancellationToken);

    /// <summary>Asks whether the device is made when its parent appears. (<c>virNodeDeviceGetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> GetAutostartAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceGetAutostartAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Autostart != 0;

    /// <summary>Asks whether the device is defined. (<c>virNodeDeviceIsPersistent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsPersistentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceIsPersistentAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Persistent != 0;

    /// <summary>Asks whether the device is there. (<c>virNodeDeviceIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeDeviceIsActiveAsync(
            new() { Name = Name }, cancellationToken).ConfigureAwait(false)).Active != 0;
}
