using System.Net.Sockets;

namespace Lodge.Host.Netlink;

/// <summary>The host's links, addresses, routes and neighbours, read and changed without any other program.</summary>
/// <remarks>
/// Source: Linux <c>rtnetlink(7)</c>. Safe for use by many threads; it stays in the network namespace it was opened in.
/// </remarks>
public sealed partial class RouteNetlink : IDisposable
{
    private readonly NetlinkSocket _socket;

    private RouteNetlink(NetlinkSocket socket) => _socket = socket;

    /// <summary>Opens a conversation.</summary>
    /// <exception cref="NetlinkException">The kernel refuses.</exception>
    public static RouteNetlink Open() => new(NetlinkSocket.Open(NetlinkFamily.Route));

    /// <summary>Sends a request that none of the others covers, such as one of traffic control.</summary>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public ValueTask<List<NetlinkMessage>> RequestAsync(
        NetlinkRequest request, CancellationToken cancellation = default) =>
        _socket.RequestAsync(request, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static byte Family(AddressFamily family) => family switch
    {
        AddressFamily.InterNetwork => 2,
        AddressFamily.InterNetworkV6 => 10,
        _ => 0,
    };

    private async ValueTask ChangeAsync(NetlinkRequest request, CancellationToken cancellation) =>
        _ = await _socket.RequestAsync(request, cancellation);
}
