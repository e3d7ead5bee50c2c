using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Interfaces;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>
/// The host's network interfaces: what they are. Changing them is the distribution's own tools' work, as it is with
/// libvirt where netcf is not there.
/// </summary>
/// <param name="interfaces">Looks at them.</param>
internal sealed class InterfaceProcedures(HostInterfaces interfaces) : IInterfaceProcedures<ClientCall>
{
    /// <summary>The interface as the wire names it.</summary>
    public static RemoteInterface Wire(InterfaceState found) => new() { Name = found.Name, Mac = found.Mac };

    /// <inheritdoc/>
    public ValueTask<InterfaceLookupByNameRet> InterfaceLookupByNameAsync(
        ClientCall call, InterfaceLookupByNameArgs args) =>
        new(new InterfaceLookupByNameRet { Iface = Wire(interfaces.Find(args.Name)) });

    /// <inheritdoc/>
    public ValueTask<InterfaceLookupByMacStringRet> InterfaceLookupByMacStringAsync(
        ClientCall call, InterfaceLookupByMacStringArgs args) =>
        new(new InterfaceLookupByMacStringRet { Iface = Wire(interfaces.FindByMac(args.Mac)) });

    /// <inheritdoc/>
    public ValueTask<InterfaceGetXmlDescRet> InterfaceGetXmlDescAsync(ClientCall call, InterfaceGetXmlDescArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirInterfaceXMLFlags.VIR_INTERFACE_XML_INACTIVE, "udevInterfaceGetXMLDesc");
        return new(new InterfaceGetXmlDescRet { Xml = interfaces.Describe(args.Iface.Name).ToXml() });
    }

    /// <inheritdoc/>
    public ValueTask<InterfaceIsActiveRet> InterfaceIsActiveAsync(ClientCall call, InterfaceIsActiveArgs args) =>
        new(new InterfaceIsActiveRet { Active = interfaces.Find(args.Iface.Name).IsActive ? 1 : 0 });
}
