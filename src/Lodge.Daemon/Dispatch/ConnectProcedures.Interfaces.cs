using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Host.Interfaces;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirConnectListAllInterfacesFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    private const uint InterfaceStates =
        (uint)(VIR_CONNECT_LIST_INTERFACES_ACTIVE | VIR_CONNECT_LIST_INTERFACES_INACTIVE);

    /// <summary>Looks at the host's network interfaces.</summary>
    public HostInterfaces Interfaces { get; init; } = new(HostFiles.Real);

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfInterfacesRet> ConnectNumOfInterfacesAsync(ClientCall call) =>
        new(new ConnectNumOfInterfacesRet { Num = Interfaces.All().Count(static one => one.IsActive) });

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedInterfacesRet> ConnectNumOfDefinedInterfacesAsync(ClientCall call) =>
        new(new ConnectNumOfDefinedInterfacesRet { Num = Interfaces.All().Count(static one => one.IsDown) });

    /// <inheritdoc/>
    public ValueTask<ConnectListInterfacesRet> ConnectListInterfacesAsync(
        ClientCall call, ConnectListInterfacesArgs args) =>
        new(new ConnectListInterfacesRet
        {
            Names = [.. Interfaces.All().Where(static one => one.IsActive).Select(static one => one.Name)
                .Take(args.Maxnames)],
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedInterfacesRet> ConnectListDefinedInterfacesAsync(
        ClientCall call, ConnectListDefinedInterfacesArgs args) =>
        new(new ConnectListDefinedInterfacesRet
        {
            Names = [.. Interfaces.All().Where(static one => one.IsDown).Select(static one => one.Name)
                .Take(args.Maxnames)],
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllInterfacesRet> ConnectListAllInterfacesAsync(
        ClientCall call, ConnectListAllInterfacesArgs args)
    {
        FlagCheck.Only(args.Flags, InterfaceStates, "udevConnectListAllInterfaces");
        var asked = args.Flags & InterfaceStates;
        var found = Interfaces.All()
            .Where(one => asked == 0 || (asked & (uint)(one.IsActive
                ? VIR_CONNECT_LIST_INTERFACES_ACTIVE
                : VIR_CONNECT_LIST_INTERFACES_INACTIVE)) != 0)
            .Select(InterfaceProcedures.Wire)
            .ToArray();
        return new(new ConnectListAllInterfacesRet
        {
            Ifaces = args.NeedResults != 0 ? found : [],
            Ret = (uint)found.Length,
        });
    }
}
