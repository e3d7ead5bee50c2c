using System.Collections.Concurrent;

namespace Lodge.Web.Statistics;

/// <summary>The figures of all guests of a hypervisor.</summary>
public sealed class GuestMeters
{
    private readonly ConcurrentDictionary<Guid, GuestMeter> _meters = new();

    /// <summary>The figures of a guest.</summary>
    public GuestMeter Of(Guid guest) => _meters.GetOrAdd(guest, _ => new GuestMeter());

    internal void Forget(Guid guest) => _meters.TryRemove(guest, out _);

    internal void Take(IReadOnlyDictionary<Guid, GuestCounters> running, DateTimeOffset time)
    {
        foreach (var (guest, counters) in running) Of(guest).Take(counters);
        foreach (var (guest, meter) in _meters)
        {
            if (!running.ContainsKey(guest)) meter.Rest(time);
        }
    }
}
