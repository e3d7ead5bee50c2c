using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Devices of the host: finding, defining, making.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Counts the host's devices, or those with one capability. (<c>virNodeNumOfDevices</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NodeNumOfDevicesAsync(
        string? cap, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeNumOfDevicesAsync(
            new() { Cap = cap, Flags = flags }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>
    /// Lists the names of the host's devices, or of those with one capability. (<c>virNodeListDevices</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> NodeListDevicesAsync(
        string? cap, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeListDevicesAsync(
            new()
            {
                Cap = cap, Maxnames = RemoteConstants.REMOTE_NODE_DEVICE_LIST_MAX, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Makes a virtual device: a port of an HBA, a mediated device. (<c>virNodeDeviceCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeDevice> CreateNodeDeviceXmlAsync(
        string xml, VirNodeDeviceCreateXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        new NodeDevice(this, (await Rpc.NodeDeviceCreateXmlAsync(
            new() { XmlDesc = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Dev);

    /// <summary>
    /// Lists devices of the host; without flags all that are there. (<c>virConnectListAllNodeDevices</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<NodeDevice>> ListAllNodeDevicesAsync(
        VirConnectListAllNodeDeviceFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllNodeDevicesAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Devices);

    /// <summary>Finds a SCSI host by its world wide names. (<c>virNodeDeviceLookupSCSIHostByWWN</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeDevice> LookupNodeDeviceScsiHostByWwnAsync(
        string wwnn, string wwpn, uint flags = 0, CancellationToken cancellationToken = default) =>
        new NodeDevice(this, (await Rpc.NodeDeviceLookupScsiHostByWwnAsync(
            new() { Wwnn = wwnn, Wwpn = wwpn, Flags = flags }, cancellationToken).ConfigureAwait(false)).Dev);

    /// <summary>Defines a mediated device. (<c>virNodeDeviceDefineXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeDevice> DefineNodeDeviceXmlAsync(
        string xml, VirNodeDeviceDefineXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        new NodeDevice(this, (await Rpc.NodeDeviceDefineXmlAsync(
            new() { XmlDesc = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Dev);
}
