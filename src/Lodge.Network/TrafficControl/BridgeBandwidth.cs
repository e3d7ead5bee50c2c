using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Network.TrafficControl;

/// <summary>Floors: what single guests on a network are sure to receive, whatever the others do.</summary>
/// <remarks>
/// Each is a class of its own below the bridge's whole, found by the guest's hardware address; the class of all others
/// gets what is left. Class numbers begin at 3, and the network keeps which one a port has.
/// </remarks>
public static class BridgeBandwidth
{
    /// <summary>The class of those without a floor.</summary>
    public const uint CommonClass = 2;

    private const uint FirstFilter = 800;

    /// <summary>Gives a guest a floor.</summary>
    /// <param name="bridge">The network's bridge.</param>
    /// <param name="network">The network's own rates.</param>
    /// <param name="guest">The guest's hardware address.</param>
    /// <param name="rate">The guest's rate, with its floor.</param>
    /// <param name="classId">The guest's class, from 3.</param>
    /// <param name="cancellation">Stops before the last step.</param>
    /// <exception cref="VirException">The network has no rate, or the kernel refuses; nothing is left.</exception>
    public static async Task PlugAsync(
        string bridge, Bandwidth? network, MacAddress guest, BandwidthRate rate, uint classId,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(classId, CommonClass);
        if (network?.Inbound is not { } whole)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_NONE,
                $"Bridge '{bridge}' has no QoS set, therefore unable to set 'floor' on '{guest}'");
        }

        try
        {
            await TcScript.RunAsync(
                [
                    $"class add dev {bridge} parent 1:1 classid 1:{classId:x} htb rate {rate.Floor}kbps"
                        + $" ceil {Ceiling(whole)}kbps quantum {LinkBandwidth.Quantum(rate.Average)}",
                    Filter(bridge, guest, classId),
                ],
                cancellation);
            await LinkBandwidth.AddFairnessAsync(bridge, $"1:{classId:x}", $"{classId:x}:");
        }
        catch
        {
            await UnplugAsync(bridge, classId);
            throw;
        }
    }

    /// <summary>Takes a guest's floor away.</summary>
    public static async Task UnplugAsync(string bridge, uint classId) => await TcScript.TryAsync(
    [
        $"filter del dev {bridge} prio 2 handle 800::{FirstFilter + classId} u32",
        $"qdisc del dev {bridge} handle {classId:x}:",
        $"class del dev {bridge} classid 1:{classId:x}",
    ]);

    /// <summary>Changes what a class is sure of: a guest's floor, or what all others share.</summary>
    /// <exception cref="VirException">The kernel refuses.</exception>
    public static async Task ChangeAsync(
        string bridge, Bandwidth network, uint classId, ulong rate, CancellationToken cancellation = default) =>
        await TcScript.RunAsync(
            [
                $"class change dev {bridge} classid 1:{classId:x} htb rate {rate}kbps"
                    + $" ceil {Ceiling(network.Inbound!)}kbps"
                    + $" quantum {LinkBandwidth.Quantum(network.Inbound!.Average)}",
            ],
            cancellation);

    /// <summary>The most that a rate lets through, in KiB a second.</summary>
    internal static ulong Ceiling(BandwidthRate rate) => rate.Peak > 0 ? rate.Peak : rate.Average;

    private static string Filter(string bridge, MacAddress guest, uint classId) =>
        $"filter add dev {bridge} protocol ip prio 2 handle 800::{FirstFilter + classId} u32"
        + " match u16 0x0800 0xffff at -2"
        + $" match u32 0x{guest.Value & 0xffff_ffff:x8} 0xffffffff at -12"
        + $" match u16 0x{guest.Value >> 32:x4} 0xffff at -14 flowid 1:{classId:x}";
}
