using Lodge.Daemon.Domains;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Server;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NodeProcedures
{
    /// <summary>Has the host's devices.</summary>
    public required NodeDeviceDriver Devices { get; init; }

    /// <inheritdoc/>
    public async ValueTask<NodeNumOfDevicesRet> NodeNumOfDevicesAsync(ClientCall call, NodeNumOfDevicesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeNumOfDevices");
        return new() { Num = (await WithCapabilityAsync(args.Cap)).Count() };
    }

    /// <inheritdoc/>
    public async ValueTask<NodeListDevicesRet> NodeListDevicesAsync(ClientCall call, NodeListDevicesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nodeListDevices");
        return new()
        {
            Names = [.. (await WithCapabilityAsync(args.Cap)).Select(static device => device.Name).Take(args.Maxnames)],
        };
    }

    private async ValueTask<IEnumerable<NodeDevice>> WithCapabilityAsync(string? capability)
    {
        var all = await Devices.AllAsync();
        if (capability is null)
            return all;
        return NodeDeviceKindNames.Table.TryParse(capability, out var kind) ? all.Where(device => device.Is(kind)) : [];
    }
}
