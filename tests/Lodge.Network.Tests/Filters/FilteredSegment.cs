using System.Net;
using Lodge.Host.Netlink;
using Lodge.Host.Packets;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Network.Tests.Filters;

/// <summary>
/// A bridge in a namespace of its own with a guest's port and a peer's port, and an engine that filters there.
/// </summary>
internal sealed class FilteredSegment : IPacketFilter, IAsyncDisposable
{
    public const string Port = "vnet0";
    public const string GuestMac = "52:54:00:00:00:01";
    public const string PeerMac = "52:54:00:00:00:02";

    private const uint LinkEvents = 1;

    private readonly NetworkNamespace _namespace = new();
    private readonly Dictionary<string, NetworkFilter> _filters = new(StringComparer.Ordinal);
    private PacketSocket? _guestPort;
    private PacketSocket? _peerPort;

    public FilteredSegment()
    {
        Engine = new FilterEngine(this, name => _filters.GetValueOrDefault(name))
        {
            OpenRoutes = () => _namespace.Run(RouteNetlink.Open),
            OpenPackets = (device, filter) => _namespace.Run(() => PacketSocket.Open(device, filter)),
            Learned = (_, addresses) => Learned.TrySetResult([.. addresses.Select(address => address.Address)]),
        };
        foreach (var filter in StockFilters.All)
        {
            _filters[filter.Name] = filter;
        }
    }

    public FilterEngine Engine { get; }

    public TaskCompletionSource<IReadOnlyList<IPAddress>> Learned { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PacketSocket Guest { get; private set; } = null!;

    public PacketSocket Peer { get; private set; } = null!;

    public static async Task<FilteredSegment> OpenAsync()
    {
        Assert.SkipUnless(PrivateNetwork.IsAllowed, "a network namespace needs root");
        var segment = new FilteredSegment();
        using var routes = segment._namespace.Run(RouteNetlink.Open);
        using var events = segment._namespace.Run(() => NetlinkSocket.Open(NetlinkFamily.Route, LinkEvents));
        await routes.AddBridgeAsync("br0", new BridgeOptions { ForwardDelay = 0 });
        var bridge = await routes.IndexOfAsync("br0");
        foreach (var (inside, port) in ((string, string)[])[("guest", Port), ("peer", "port1")])
        {
            await routes.AddPairAsync(inside, port);
            await routes.ChangeLinkAsync(port, new LinkChange { MasterIndex = bridge, IsUp = true });
            await routes.ChangeLinkAsync(inside, new LinkChange { IsUp = true });
        }

        await routes.ChangeLinkAsync("br0", new LinkChange { IsUp = true });
        segment.Guest = await segment.OpenAsync(routes, "guest");
        segment.Peer = await segment.OpenAsync(routes, "peer");
        segment._guestPort = await segment.OpenAsync(routes, Port);
        segment._peerPort = await segment.OpenAsync(routes, "port1");

        // The kernel opens a bridge's port some time after both ends are up, and says so.
        while (!await segment.PassesAsync(Frames.Mark()) || !await segment.PassesAsync(Frames.Mark(), fromGuest: false))
        {
            _ = await events.ReceiveAsync(TestContext.Current.CancellationToken);
        }

        return segment;
    }

    public void Define(string xml)
    {
        var filter = NetworkFilter.Parse(xml);
        _filters[filter.Name] = filter;
    }

    /// <summary>Puts a filter on the guest's port.</summary>
    /// <param name="filter">Its name.</param>
    /// <param name="parameters">Values, each <c>NAME=VALUE</c>.</param>
    public Task BindAsync(string filter, params string[] parameters) => Engine.BindAsync(Binding(filter, parameters));

    public static FilterBinding Binding(string filter, params string[] parameters) => FilterBinding.Parse(
        $"<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>"
        + $"<portdev name='{Port}'/>"
        + $"<mac address='{GuestMac}'/><filterref filter='{filter}'>"
        + string.Concat(parameters.Select(parameter =>
            $"<parameter name='{parameter.Split('=')[0]}' value='{parameter.Split('=')[1]}'/>"))
        + "</filterref></filterbinding>");

    /// <summary>Whether a frame gets from one end to the other.</summary>
    /// <remarks>
    /// A mark follows it into the receiving end by a way without filters, from the same thread and so behind it: where
    /// the mark comes alone, the frame did not pass.
    /// </remarks>
    /// <param name="frame">The frame in question.</param>
    /// <param name="fromGuest">Which way.</param>
    /// <param name="arrives">What the other end sees, where that is not the frame itself.</param>
    public async Task<bool> PassesAsync(byte[] frame, bool fromGuest = true, byte[]? arrives = null)
    {
        var (from, to, behind) = fromGuest ? (Guest, Peer, _peerPort) : (Peer, Guest, _guestPort);
        var mark = Frames.Mark();
        _namespace.Run(() =>
        {
            _ = from.SendAsync(frame).AsTask().GetAwaiter().GetResult();
            return behind!.SendAsync(mark).AsTask().GetAwaiter().GetResult();
        });
        var buffer = new byte[4096];
        for (var passed = false; ;)
        {
            var length = await to.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            var taken = buffer.AsSpan(0, length);
            passed |= taken.SequenceEqual(arrives ?? frame);
            if (taken.SequenceEqual(mark))
            {
                return passed;
            }
        }
    }

    public async Task ApplyAsync(string script, CancellationToken cancellation = default)
    {
        var (status, output) = await _namespace.ExecuteAsync(script, "nft", "-f", "-");
        if (status != 0)
        {
            throw new VirException(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_FIREWALL, output
                + script);
        }
    }

    public async Task<bool> TakesAsync(string script) =>
        (await _namespace.ExecuteAsync(script, "nft", "-c", "-f", "-")).Status == 0;

    public async Task<string?> ListAsync(string table) =>
        await _namespace.ExecuteAsync("", "nft", "list", "table", "bridge", table.Split(' ')[1]) is (0, var listing)
            ? listing : null;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Guest.Dispose();
        Peer.Dispose();
        _guestPort?.Dispose();
        _peerPort?.Dispose();
        _namespace.Dispose();
    }

    private async Task<PacketSocket> OpenAsync(RouteNetlink routes, string link)
    {
        var index = await routes.IndexOfAsync(link);
        return _namespace.Run(() => PacketSocket.Open(index));
    }
}
