using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Server;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    private const uint ActiveDevices =
        (uint)VirConnectListAllNodeDeviceFlags.VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE;

    private const uint InactiveDevices =
        (uint)VirConnectListAllNodeDeviceFlags.VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE;

    // Bit N of the flags is kind N.
    private const uint EveryKind = (1u << ((int)NodeDeviceKind.Vpd + 1)) - 1;

    /// <summary>Has the host's devices.</summary>
    public required NodeDeviceDriver NodeDevices { get; init; }

    /// <inheritdoc/>
    public async ValueTask<ConnectListAllNodeDevicesRet> ConnectListAllNodeDevicesAsync(
        ClientCall call, ConnectListAllNodeDevicesArgs args)
    {
        FlagCheck.Only(args.Flags, EveryKind | ActiveDevices | InactiveDevices, "nodeConnectListAllNodeDevices");
        var found = (await NodeDevices.AllAsync())
            .Where(device => Matches(device, args.Flags))
            .Select(static device => device.Wire)
            .ToArray();
        return new() { Devices = args.NeedResults != 0 ? found : [], Ret = (uint)found.Length };
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectNodeDeviceEventRegisterAnyRet> ConnectNodeDeviceEventRegisterAnyAsync(
        ClientCall call, ConnectNodeDeviceEventRegisterAnyArgs args)
    {
        NodeDevices.Events.CheckKind(args.EventID);
        _ = await NodeDevices.AllAsync();
        DeviceName? only = args.Dev is { } device ? new((await NodeDevices.FindAsync(device.Name)).Name) : null;
        var receiver = SessionEvents.Of(call.Client, NodeDevices.Events);
        return new() { CallbackID = NodeDevices.Events.Subscribe(receiver, args.EventID, only) };
    }

    /// <inheritdoc/>
    public ValueTask ConnectNodeDeviceEventDeregisterAnyAsync(
        ClientCall call, ConnectNodeDeviceEventDeregisterAnyArgs args)
    {
        NodeDevices.Events.Unsubscribe(SessionEvents.Of(call.Client, NodeDevices.Events), args.CallbackID);
        return default;
    }

    private static bool Matches(NodeDevice device, uint flags)
    {
        var state = device.IsActive ? ActiveDevices : InactiveDevices;
        var kinds = device.Definition.Capability.FurtherKinds
            .Append(device.Definition.Capability.Kind)
            .Aggregate(0u, static (bits, kind) => bits | (1u << (int)kind));
        return ((flags & EveryKind) == 0 || (flags & kinds) != 0)
            && ((flags & (ActiveDevices | InactiveDevices)) == 0 || (flags & state) != 0);
    }
}
