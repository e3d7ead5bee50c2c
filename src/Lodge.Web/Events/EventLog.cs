using Lodge.Web.Hypervisors;

namespace Lodge.Web.Events;

/// <summary>What happened since the program started, in words; the oldest lines are forgotten.</summary>
public sealed class EventLog(TimeProvider clock)
{
    private const int Longest = 2000;
    private readonly Lock _gate = new();
    private readonly Queue<EventEntry> _entries = new();
    private long _count;

    /// <summary>Is raised after each new line, on any thread.</summary>
    public event Action<EventEntry>? Added;

    /// <summary>All lines, the newest first.</summary>
    public IReadOnlyList<EventEntry> Read()
    {
        lock (_gate)
        {
            return [.. _entries.Reverse()];
        }
    }

    internal void Add(Hypervisor host, Domain? domain, EventLevel level, string text)
    {
        EventEntry entry;
        lock (_gate)
        {
            entry = new EventEntry(
                ++_count, clock.GetUtcNow(), host.Id, host.Name, domain?.Uuid.ToGuid(), domain?.Name, level, text);
            _entries.Enqueue(entry);
            if (_entries.Count > Longest) _entries.Dequeue();
        }

        Added?.Invoke(entry);
    }
}
