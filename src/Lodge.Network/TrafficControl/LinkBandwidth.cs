using System.Globalization;
using Lodge.Host.Nftables;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Network.TrafficControl;

/// <summary>
/// The rates of one link: what goes out of it is shaped by a hierarchy of token buckets, what comes in is dropped
/// beyond its rate.
/// </summary>
/// <remarks>
/// For a guest's own link the host's "out" is the guest's "in". A network's bridge has classes below one that holds the
/// whole: 1:2 for all without a promise, and one for each guest with a floor (<see cref="BridgeBandwidth"/>).
/// </remarks>
public sealed class LinkBandwidth
{
    private readonly string _link;
    private readonly BandwidthRate? _out;
    private readonly BandwidthRate? _in;
    private readonly bool _hasClasses;

    private LinkBandwidth(string link, BandwidthRate? outOfLink, BandwidthRate? intoLink, bool hasClasses) =>
        (_link, _out, _in, _hasClasses) = (link, outOfLink, intoLink, hasClasses);

    /// <summary>The rates of a guest's link.</summary>
    public static LinkBandwidth OfGuest(string link, Bandwidth bandwidth) =>
        new(link, bandwidth.Inbound, bandwidth.Outbound, hasClasses: false);

    /// <summary>The rates of a macvtap, whose frames go out of it as the guest sends them.</summary>
    public static LinkBandwidth OfMacvtap(string link, Bandwidth bandwidth) =>
        new(link, bandwidth.Outbound, bandwidth.Inbound, hasClasses: false);

    /// <summary>The rates of a network's bridge: what guests receive goes out of it.</summary>
    public static LinkBandwidth OfNetwork(string bridge, Bandwidth bandwidth) =>
        new(bridge, bandwidth.Inbound, bandwidth.Outbound, hasClasses: true);

    /// <summary>Puts the rates in the place of earlier ones.</summary>
    /// <exception cref="VirException">They cannot be had; the link has none then.</exception>
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        await RemoveAsync();
        try
        {
            if (_out is { Average: > 0 } shaped)
            {
                await TcScript.RunAsync(Shaping(shaped), cancellation);
                await AddFairnessAsync(_link, _hasClasses ? "1:2" : "1:1", "2:");
            }

            if (_in is { Average: > 0 } policed)
            {
                await PoliceAsync(policed, cancellation);
            }
        }
        catch
        {
            await RemoveAsync();
            throw;
        }
    }

    /// <summary>Takes all rates away.</summary>
    public async Task RemoveAsync()
    {
        await TcScript.TryAsync([$"qdisc del dev {_link} root", $"qdisc del dev {_link} ingress"]);
        if (Nft.IsInstalled && await Nft.ListAsync(["list", "chain", "netdev", IngressTable.Name,
            IngressTable.Chain(_link)]) is not null)
        {
            await Nft.ApplyAsync(IngressTable.Removal(_link));
        }
    }

    /// <summary>Lets packets of several senders take turns in a class, by the best way this kernel knows.</summary>
    internal static async Task AddFairnessAsync(string link, string parent, string handle)
    {
        foreach (var discipline in (string[])["sfq perturb 10", "fq_codel"])
        {
            if (await TcScript.TryAsync([$"qdisc add dev {link} parent {parent} handle {handle} {discipline}"]))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Bytes that a class may send before the next one's turn: near a packet, or small rates would starve.
    /// </summary>
    internal static ulong Quantum(ulong average) => Math.Max(1, average * 1024 / 8 / 1500);

    private IEnumerable<string> Shaping(BandwidthRate rate)
    {
        var average = Rate(rate.Average);
        var peak = rate.Peak > 0 ? Rate(rate.Peak) : null;
        yield return $"qdisc add dev {_link} root handle 1: htb default {(_hasClasses ? 2 : 1)}";
        if (_hasClasses)
        {
            yield return $"class add dev {_link} parent 1: classid 1:1 htb rate {average} ceil {peak ?? average}"
                + $" quantum {Quantum(rate.Average)}";
        }

        yield return string.Concat(
            $"class add dev {_link} parent {(_hasClasses ? "1:1" : "1:")}",
            $" classid {(_hasClasses ? "1:2" : "1:1")} htb rate {average}",
            peak is null ? "" : $" ceil {peak}", rate.Burst > 0 ? $" burst {rate.Burst}kb" : "",
                $" quantum {Quantum(rate.Average)}");
    }

    private async Task PoliceAsync(BandwidthRate rate, CancellationToken cancellation)
    {
        var burst = rate.Burst > 0 ? rate.Burst : Math.Min(rate.Average, uint.MaxValue / 1024);
        string[] commands =
        [
            $"qdisc add dev {_link} ingress",
            $"filter add dev {_link} parent ffff: protocol all u32 match u32 0 0 police rate {Rate(rate.Average)}"
                + $" burst {burst}kb mtu 64kb drop flowid :1",
        ];
        if (await TcScript.TryAsync(commands))
        {
            return;
        }

        // Kernels without the police action drop by nftables, at the same place.
        await TcScript.TryAsync([$"qdisc del dev {_link} ingress"]);
        await Nft.ApplyAsync(IngressTable.Limit(_link, rate.Average, burst), cancellation);
    }

    private static string Rate(ulong kibibytes) => kibibytes.ToString(CultureInfo.InvariantCulture) + "kbps";
}
