using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Network.TrafficControl;

/// <summary>Keeps the classes of a network's bridge as its ports promise.</summary>
/// <param name="network">The network as it runs.</param>
/// <param name="warn">Told where those without a promise cannot be given what is left.</param>
public sealed class PortFloors(NetworkDefinition network, Action<string> warn)
{
    /// <summary>What a port is sure to receive, in KiB a second; 0 for nothing.</summary>
    public static ulong Of(NetworkPort? port) => port?.Bandwidth?.Inbound?.Floor ?? 0;

    /// <summary>Turns the promise of one port into another.</summary>
    /// <param name="before">The port as it was; null for one that comes.</param>
    /// <param name="after">The port as it will be; null for one that goes.</param>
    /// <param name="others">The ports beside it.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <exception cref="VirException">The kernel refuses; the classes are as they were.</exception>
    public async Task ChangeAsync(
        NetworkPort? before, NetworkPort? after, IEnumerable<NetworkPort> others,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(others);
        if (Of(before) == Of(after) || network is not { Bridge.Name: { } bridge, Bandwidth.Inbound: { } whole })
            return;
        if (Of(after) == 0)
        {
            await BridgeBandwidth.UnplugAsync(bridge, before!.ClassId);
        }
        else if (Of(before) == 0)
        {
            await BridgeBandwidth.PlugAsync(
                bridge, network.Bandwidth, after!.Mac, after.Bandwidth!.Inbound!, after.ClassId, cancellation);
        }
        else
        {
            await BridgeBandwidth.ChangeAsync(bridge, network.Bandwidth, after!.ClassId, Of(after), cancellation);
        }

        var promised = others.Aggregate(Of(after), (sum, other) => sum + Of(other));
        await LeaveRestAsync(bridge, network.Bandwidth, BridgeBandwidth.Ceiling(whole) - promised);
    }

    private async Task LeaveRestAsync(string bridge, Bandwidth limits, ulong rest)
    {
        try
        {
            await BridgeBandwidth.ChangeAsync(bridge, limits, BridgeBandwidth.CommonClass, rest);
        }
        catch (VirException refused)
        {
            // As with libvirt: guests without a promise keep the rate that they had.
            warn($"the rate of class 1:2 of bridge '{bridge}' stays as it was: {refused.Message}");
        }
    }
}
