using System.Net.Sockets;
using Lodge.Host.Netlink;

namespace Lodge.Network.Firewall;

/// <summary>Hears from the kernel when a packet filter's table is taken away, by whomever.</summary>
/// <remarks>Source: Linux <c>nf_tables.h</c>, the multicast group <c>NFNLGRP_NFTABLES</c>.</remarks>
public sealed class RuleWatch : IDisposable
{
    private const uint TablesGroup = 1 << 6;
    private const ushort DeleteTable = (10 << 8) | 2;
    private const ushort TableName = 1;

    private readonly CancellationTokenSource _end = new();
    private readonly NetlinkSocket _socket;

    private RuleWatch(NetlinkSocket socket) => _socket = socket;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="NetlinkException">The kernel has no nftables, or refuses.</exception>
    public static RuleWatch Open() => new(NetlinkSocket.Open(NetlinkFamily.Netfilter, TablesGroup));

    /// <summary>Tells of each table that is taken away, until it is disposed.</summary>
    /// <param name="onRemoved">
    /// Gets the table's name; null where some were missed, so that all have to be looked at.
    /// </param>
    public async Task RunAsync(Func<string?, Task> onRemoved)
    {
        ArgumentNullException.ThrowIfNull(onRemoved);
        while (!_end.IsCancellationRequested)
        {
            try
            {
                foreach (var message in await _socket.ReceiveAsync(_end.Token))
                {
                    if (message.Type == DeleteTable) await onRemoved(NameOf(message));
                }
            }
            catch (NetlinkException)
            {
                await onRemoved(null);
            }
            catch (Exception over) when (over
                is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _socket.Dispose();
        _end.Dispose();
    }

    private static string NameOf(NetlinkMessage message) => message.Attributes<uint>().Find(TableName).AsText();
}
