using Lodge.Daemon.Domains;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Server;
using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Devices of the host: making them, and giving them to guests.</summary>
internal sealed partial class NodeDeviceProcedures
{
    private const string GuestDriver = "vfio";

    /// <summary>Which driver has a PCI function.</summary>
    public required PciBinding Pci { get; init; }

    /// <summary>Which PCI functions guests have.</summary>
    public required PciAssignments Assignments { get; init; }

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceCreateXmlRet> NodeDeviceCreateXmlAsync(
        ClientCall call, NodeDeviceCreateXmlArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirNodeDeviceCreateXMLFlags.VIR_NODE_DEVICE_CREATE_XML_VALIDATE, "nodeDeviceCreateXML");
        SchemaCheck.WhereAsked(args.Flags, VirNodeDeviceCreateXMLFlags.VIR_NODE_DEVICE_CREATE_XML_VALIDATE,
            SchemaKind.NodeDevice, args.XmlDesc);
        return new() { Dev = (await driver.CreateAsync(NodeDeviceXml.ParseNew(args.XmlDesc))).Wire };
    }

    /// <inheritdoc/>
    public async ValueTask<NodeDeviceDefineXmlRet> NodeDeviceDefineXmlAsync(
        ClientCall call, NodeDeviceDefineXmlArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirNodeDeviceDefineXMLFlags.VIR_NODE_DEVICE_DEFINE_XML_VALIDATE, "nodeDeviceDefineXML");
        SchemaCheck.WhereAsked(args.Flags, VirNodeDeviceDefineXMLFlags.VIR_NODE_DEVICE_DEFINE_XML_VALIDATE,
            SchemaKind.NodeDevice, args.XmlDesc);
        return new() { Dev = (await driver.DefineAsync(NodeDeviceXml.ParseNew(args.XmlDesc))).Wire };
    }

    /// <inheritdoc/>
    public async ValueTask NodeDeviceCreateAsync(ClientCall call, NodeDeviceCreateArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeDeviceCreate");
        await driver.StartAsync(args.Name);
    }

    /// <inheritdoc/>
    public async ValueTask NodeDeviceUndefineAsync(ClientCall call, NodeDeviceUndefineArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeDeviceUndefine");
        await driver.UndefineAsync(args.Name);
    }

    /// <inheritdoc/>
    public async ValueTask NodeDeviceDestroyAsync(ClientCall call, NodeDeviceDestroyArgs args) =>
        await driver.DestroyAsync(args.Name);

    /// <inheritdoc/>
    public async ValueTask NodeDeviceSetAutostartAsync(ClientCall call, NodeDeviceSetAutostartArgs args) =>
        await driver.SetAutostartAsync(args.Name, args.Autostart != 0);

    /// <inheritdoc/>
    public ValueTask NodeDeviceDettachAsync(ClientCall call, NodeDeviceDettachArgs args) =>
        DetachAsync(args.Name, GuestDriver, call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask NodeDeviceDetachFlagsAsync(ClientCall call, NodeDeviceDetachFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuNodeDeviceDetachFlags");
        return DetachAsync(args.Name, args.DriverName ?? GuestDriver, call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask NodeDeviceReAttachAsync(ClientCall call, NodeDeviceReAttachArgs args) =>
        Pci.Reattach(await UnusedAsync(args.Name));

    /// <inheritdoc/>
    public async ValueTask NodeDeviceResetAsync(ClientCall call, NodeDeviceResetArgs args) =>
        Pci.Reset(await UnusedAsync(args.Name));

    private async ValueTask DetachAsync(string name, string wanted, CancellationToken cancellation)
    {
        switch (wanted)
        {
            case GuestDriver when Pci.IsPassthroughPossible:
                break;
            case GuestDriver:
                throw DomainErrors.Of(
                    VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                    "VFIO device assignment is currently not supported on this system");
            case "kvm":
                throw DomainErrors.Of(
                    VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                    "KVM device assignment is no longer supported on this system");
            default:
                throw DomainErrors.InvalidArgument($"unknown driver name '{wanted}'");
        }

        await Pci.DetachAsync(await UnusedAsync(name), cancellation);
    }

    private async ValueTask<PciAddress> UnusedAsync(string name)
    {
        var address = await PciAddressAsync(name);
        Assignments.RequireUnused(address);
        return address;
    }

    private async ValueTask<PciAddress> PciAddressAsync(string name) =>
        (await driver.FindAsync(name)).Definition.Capability is PciCapability pci
            ? pci.Address
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_DOMAIN,
                $"device {name} is not a PCI device");
}
