using System.Net;
using System.Net.Sockets;
using Lodge.Host.Packets;
using Lodge.Model.Domain;

namespace Lodge.Network.Filters.Learning;

/// <summary>
/// Watches a port's frames for the addresses its guest has, until it is disposed or the port is gone.
/// </summary>
internal sealed class AddressLearner : IAsyncDisposable
{
    private const int LargestFrame = 2048;
    private const int MostAddresses = 64;

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, DateTimeOffset?> _addresses = [];
    private readonly MacAddress _guest;
    private readonly Func<IReadOnlyList<LearnedAddress>, Task> _changed;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Task _work;

    /// <summary>Begins to watch.</summary>
    /// <param name="mode">What shows an address.</param>
    /// <param name="device">The port's index.</param>
    /// <param name="guest">The guest's hardware address.</param>
    /// <param name="known">What was learned before.</param>
    /// <param name="changed">Takes all addresses each time they change.</param>
    /// <param name="clock">Tells when leases end.</param>
    /// <param name="open">Opens what sees the port's frames.</param>
    public AddressLearner(
        LearningMode mode, int device, MacAddress guest, IEnumerable<LearnedAddress> known,
        Func<IReadOnlyList<LearnedAddress>, Task> changed, TimeProvider clock,
        Func<int, PacketFilterStep[], PacketSocket> open)
    {
        (_guest, _changed, _clock) = (guest, changed, clock);
        foreach (var (address, expires) in known)
        {
            _addresses[address] = expires;
        }

        _timer = clock.CreateTimer(_ => _ = ExpireAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var sockets = new List<(PacketSocket Socket, Func<ReadOnlyMemory<byte>, Task> Take)>
        {
            (open(device, LearningFilters.Dhcp(toGuest: true)), AnsweredAsync),
            mode == LearningMode.Dhcp
                ? (open(device, LearningFilters.Dhcp(toGuest: false)), RequestedAsync)
                : (open(device, LearningFilters.Sent()), SentAsync),
        };
        SetTimer();
        _work = Task.WhenAll(sockets.Select(socket => WatchAsync(socket.Socket, socket.Take)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        await _timer.DisposeAsync();
        _end.Dispose();
    }

    private async Task WatchAsync(PacketSocket socket, Func<ReadOnlyMemory<byte>, Task> take)
    {
        await Task.Yield();
        using (socket)
        {
            var frame = new byte[LargestFrame];
            try
            {
                while (!_end.IsCancellationRequested)
                {
                    await take(frame.AsMemory(0, await socket.ReceiveAsync(frame, _end.Token)));
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException
                or ObjectDisposedException)
            {
                // The port is gone, or nobody wants to know any more.
            }
        }
    }

    private Task AnsweredAsync(ReadOnlyMemory<byte> frame)
    {
        if (DhcpMessage.Read(frame.Span) is not { Type: DhcpMessage.Acknowledge } message || message.Client != _guest
            || message.OfferedAddress.Equals(IPAddress.Any))
        {
            return Task.CompletedTask;
        }

        DateTimeOffset? expires = message.Lease is 0 or uint.MaxValue ? null
            : _clock.GetUtcNow().AddSeconds(message.Lease);
        return ChangeAsync(addresses =>
        {
            var isNew = !addresses.ContainsKey(message.OfferedAddress);
            if (isNew && addresses.Count >= MostAddresses)
            {
                return false;
            }

            addresses[message.OfferedAddress] = expires;
            return isNew;
        });
    }

    private Task RequestedAsync(ReadOnlyMemory<byte> frame) =>
        DhcpMessage.Read(frame.Span) is { Type: DhcpMessage.Release } message && message.Client == _guest
            ? ChangeAsync(addresses => addresses.Remove(message.ClientAddress))
            : Task.CompletedTask;

    /// <summary>
    /// What the guest itself says counts only until one address is known: it could say anything later.
    /// </summary>
    private Task SentAsync(ReadOnlyMemory<byte> frame) => FrameAddress.Read(frame.Span, _guest) is { } address
        ? ChangeAsync(addresses => addresses.Count == 0 && addresses.TryAdd(address, null))
        : Task.CompletedTask;

    private Task ExpireAsync()
    {
        var now = _clock.GetUtcNow();
        return ChangeAsync(addresses =>
        {
            var ended = addresses.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToList();
            ended.ForEach(address => addresses.Remove(address));
            return ended.Count > 0;
        });
    }

    private async Task ChangeAsync(Func<Dictionary<IPAddress, DateTimeOffset?>, bool> change)
    {
        List<LearnedAddress> now;
        lock (_lock)
        {
            var changed = change(_addresses);
            SetTimer();
            if (!changed)
            {
                return;
            }

            now = [.. _addresses.Select(entry => new LearnedAddress(entry.Key, entry.Value))];
        }

        await _changed(now);
    }

    private void SetTimer()
    {
        var next = _addresses.Values.Where(expires => expires is not null).DefaultIfEmpty(null).Min();
        var wait = next is { } expires ? expires - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;

        // A timer takes at most 49 days; a longer lease is looked at again then.
        var longest = TimeSpan.FromDays(49);
        _timer.Change(
            next is null ? wait : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait,
            Timeout.InfiniteTimeSpan);
    }
}
