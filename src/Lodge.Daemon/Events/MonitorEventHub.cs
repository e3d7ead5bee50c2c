using System.Text.RegularExpressions;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>Takes what QEMU itself tells to all who asked for it (<c>virsh qemu-monitor-event</c>).</summary>
internal sealed class MonitorEventHub : IEventHub
{
    private static readonly TimeSpan PatternPatience = TimeSpan.FromMilliseconds(100);

    private readonly Lock _order = new();
    private readonly List<Subscription> _subscriptions = [];
    private int _lastCallback = -1;

    /// <summary>Whether nobody listens, so that nothing need be kept for telling.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Subscribes.</summary>
    /// <param name="receiver">Who gets the events.</param>
    /// <param name="domain">Of which domain; null for all.</param>
    /// <param name="name">Which event; null for all.</param>
    /// <param name="flags">Whether the name is a pattern, and capitals count.</param>
    /// <returns>The number of the subscription.</returns>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG: the pattern is none.</exception>
    public int Subscribe(
        IEventReceiver receiver, VirUuid? domain, string? name,
        VirConnectDomainQemuMonitorEventRegisterFlags flags)
    {
        var subscription = new Subscription(receiver, domain, Matcher(name, flags));
        lock (_order)
        {
            subscription.Callback = ++_lastCallback;
            _subscriptions.Add(subscription);
            IsEmpty = false;
            return subscription.Callback;
        }
    }

    /// <summary>Ends a subscription by its number.</summary>
    /// <exception cref="VirException">The client has no such subscription.</exception>
    public void Unsubscribe(IEventReceiver receiver, int callback)
    {
        lock (_order)
        {
            if (_subscriptions.RemoveAll(one => one.Receiver == receiver && one.Callback == callback) == 0)
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    VirErrorDomain.VIR_FROM_RPC,
                    $"qemu monitor event callback {callback} not registered");
            }

            IsEmpty = _subscriptions.Count == 0;
        }
    }

    /// <inheritdoc/>
    public void Forget(IEventReceiver receiver)
    {
        lock (_order)
        {
            _subscriptions.RemoveAll(one => one.Receiver == receiver);
            IsEmpty = _subscriptions.Count == 0;
        }
    }

    /// <summary>Sends an event to all who asked for it.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="name">The event's name in QMP.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="details">What QEMU said of it, as JSON; null for nothing.</param>
    public void Emit(RemoteDomain domain, string name, DateTimeOffset time, string? details)
    {
        lock (_order)
        {
            foreach (var one in _subscriptions)
            {
                if ((one.Domain is not { } only || only == domain.Uuid) && one.Matches(name))
                {
                    one.Receiver.Send(QemuProcedure.QEMU_PROC_DOMAIN_MONITOR_EVENT, new DomainMonitorEventMsg
                    {
                        CallbackID = one.Callback,
                        Dom = domain,
                        Event = name,
                        Seconds = time.ToUnixTimeSeconds(),
                        Micros = (uint)((time.Ticks / TimeSpan.TicksPerMicrosecond) % 1_000_000),
                        Details = details,
                    });
                }
            }
        }
    }

    private static Func<string, bool> Matcher(
        string? name, VirConnectDomainQemuMonitorEventRegisterFlags flags)
    {
        if (name is null)
            return static _ => true;
        var ignoresCase = flags.HasFlag(
            VirConnectDomainQemuMonitorEventRegisterFlags
                .VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE);
        if (!flags.HasFlag(
            VirConnectDomainQemuMonitorEventRegisterFlags
                .VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX))
        {
            return happened => string.Equals(
                happened, name, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        }

        try
        {
            var pattern = new Regex(
                name,
                RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None)
                    | RegexOptions.NonBacktracking,
                PatternPatience);
            return pattern.IsMatch;
        }
        catch (Exception bad) when (bad is ArgumentException or NotSupportedException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_QEMU,
                $"failed to compile regex '{name}': {bad.Message}",
                bad);
        }
    }

    private sealed record Subscription(IEventReceiver Receiver, VirUuid? Domain, Func<string, bool> Matches)
    {
        public int Callback { get; set; }
    }
}
