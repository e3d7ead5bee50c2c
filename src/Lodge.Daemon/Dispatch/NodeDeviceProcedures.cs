using Lodge.Daemon.Domains;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Server;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Devices of the host: what they are.</summary>
/// <param name="driver">Has them.</param>
internal sealed partial class NodeDeviceProcedures(NodeDeviceDriver driver) : INodeDeviceProcedures<ClientCall>
{
    /// <inheritdoc/>
    public async ValueTask<NodeDeviceLookupByNameRet> NodeDeviceLookupByNameAsync(
        ClientCall call, NodeDeviceLookupByNameArgs args) =>
        new() { Dev = (await driver.FindAsync(args.Name)).Wire };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceLookupScsiHostByWwnRet> NodeDeviceLookupScsiHostByWwnAsync(
        ClientCall call, NodeDeviceLookupScsiHostByWwnArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeDeviceLookupSCSIHostByWWN");
        _ = await driver.AllAsync();

        // libvirt's driver finds nothing without saying so; its server then says this.
        var found = driver.FindAdapter(args.Wwnn, args.Wwpn) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            VirErrorDomain.VIR_FROM_RPC,
            "Library function returned error but did not set virError");
        return new() { Dev = found.Wire };
    }

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceGetXmlDescRet> NodeDeviceGetXmlDescAsync(
        ClientCall call, NodeDeviceGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeDeviceGetXMLDesc");
        return new() { Xml = NodeDeviceXml.Format((await driver.FindAnewAsync(args.Name)).Definition) };
    }

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceGetParentRet> NodeDeviceGetParentAsync(
        ClientCall call, NodeDeviceGetParentArgs args) =>
        new() { ParentName = (await driver.FindAsync(args.Name)).Definition.Parent };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceNumOfCapsRet> NodeDeviceNumOfCapsAsync(
        ClientCall call, NodeDeviceNumOfCapsArgs args) =>
        new() { Num = Kinds(await driver.FindAnewAsync(args.Name)).Count() };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceListCapsRet> NodeDeviceListCapsAsync(
        ClientCall call, NodeDeviceListCapsArgs args) => new()
        {
            Names = [.. Kinds(await driver.FindAnewAsync(args.Name))
                .Select(static kind => NodeDeviceKindNames.Table[kind])
                .Take(args.Maxnames)],
        };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceIsActiveRet> NodeDeviceIsActiveAsync(
        ClientCall call, NodeDeviceIsActiveArgs args) =>
        new() { Active = (await driver.FindAsync(args.Name)).IsActive ? 1 : 0 };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceIsPersistentRet> NodeDeviceIsPersistentAsync(
        ClientCall call, NodeDeviceIsPersistentArgs args) =>
        new() { Persistent = (await driver.FindAsync(args.Name)).IsPersistent ? 1 : 0 };

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceGetAutostartRet> NodeDeviceGetAutostartAsync(
        ClientCall call, NodeDeviceGetAutostartArgs args) =>
        new() { Autostart = (await driver.FindAsync(args.Name)).IsAutostart ? 1 : 0 };

    private static IEnumerable<NodeDeviceKind> Kinds(NodeDevice device) =>
        device.Definition.Capability.FurtherKinds.Prepend(device.Definition.Capability.Kind);
}
