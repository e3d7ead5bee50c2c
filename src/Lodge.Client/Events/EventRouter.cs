using System.Buffers.Binary;
using Lodge.Protocol.Framing;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>Gives each event to the subscription whose number it carries.</summary>
/// <remarks>
/// The server may send the first event in one breath with the answer to the subscription; while an answer is awaited,
/// events of numbers not known yet are kept for it.
/// </remarks>
internal sealed class EventRouter
{
    private const int EarlyMax = 4096;
    private readonly Lock _gate = new();
    private readonly Dictionary<(EventFamily, int), IEventSink> _sinks = [];
    private readonly List<((EventFamily, int) Key, EventPacket Packet)> _early = [];
    private int _expected;

    /// <summary>Takes an event as it came.</summary>
    public void Take(MessageHeader header, ReadOnlySpan<byte> payload)
    {
        // Each event that a subscription with a number gets begins with that number.
        if (FamilyOf(header) is not { } family || payload.Length < 4)
        {
            return;
        }

        var key = (family, BinaryPrimitives.ReadInt32BigEndian(payload));
        var packet = new EventPacket(header.Procedure, payload.ToArray());
        lock (_gate)
        {
            if (_sinks.TryGetValue(key, out var sink))
            {
                sink.Take(packet);
            }
            else if (_expected > 0 && _early.Count < EarlyMax)
            {
                _early.Add((key, packet));
            }
        }
    }

    /// <summary>Keeps early events until the result is disposed of.</summary>
    public IDisposable Expect()
    {
        lock (_gate)
        {
            _expected++;
        }

        return new Expectation(this);
    }

    /// <summary>Adds a subscription, and gives it its early events.</summary>
    public void Add(EventFamily family, int callback, IEventSink sink)
    {
        lock (_gate)
        {
            sink.Added(callback);
            _sinks[(family, callback)] = sink;
            foreach (var (key, packet) in _early)
            {
                if (key == (family, callback))
                {
                    sink.Take(packet);
                }
            }

            _early.RemoveAll(early => early.Key == (family, callback));
        }
    }

    /// <summary>Ends a subscription.</summary>
    public void Remove(EventFamily family, int callback)
    {
        lock (_gate)
        {
            _sinks.Remove((family, callback));
        }
    }

    /// <summary>Ends all subscriptions: the connection is gone.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            foreach (var sink in _sinks.Values)
            {
                sink.Complete();
            }
        }
    }

    private static EventFamily? FamilyOf(in MessageHeader header) => header.Program switch
    {
        QemuProcedures.Program => EventFamily.QemuMonitor,
        RemoteProcedures.Program => (RemoteProcedure)header.Procedure switch
        {
            RemoteProcedure.REMOTE_PROC_NETWORK_EVENT_LIFECYCLE => EventFamily.Network,
            RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_LIFECYCLE
                or RemoteProcedure.REMOTE_PROC_STORAGE_POOL_EVENT_REFRESH => EventFamily.StoragePool,
            RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_LIFECYCLE
                or RemoteProcedure.REMOTE_PROC_NODE_DEVICE_EVENT_UPDATE => EventFamily.NodeDevice,
            RemoteProcedure.REMOTE_PROC_SECRET_EVENT_LIFECYCLE
                or RemoteProcedure.REMOTE_PROC_SECRET_EVENT_VALUE_CHANGED => EventFamily.Secret,
            RemoteProcedure.REMOTE_PROC_CONNECT_EVENT_CONNECTION_CLOSED => null,
            _ => EventFamily.Domain,
        },
        _ => null,
    };

    private sealed class Expectation(EventRouter router) : IDisposable
    {
        public void Dispose()
        {
            lock (router._gate)
            {
                if (--router._expected == 0)
                {
                    router._early.Clear();
                }
            }
        }
    }
}
