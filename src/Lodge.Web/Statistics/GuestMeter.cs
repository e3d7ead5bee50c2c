namespace Lodge.Web.Statistics;

/// <summary>The figures of one guest over time.</summary>
public sealed class GuestMeter
{
    // An hour at one sample in two seconds.
    private const int Longest = 1800;
    private readonly Lock _gate = new();
    private readonly Queue<GuestSample> _samples = new();

    /// <summary>The newest counters.</summary>
    public GuestCounters? Counters { get; private set; }

    /// <summary>The newest sample; a default one before there are any.</summary>
    public GuestSample Latest { get; private set; }

    /// <summary>The newest samples, oldest first.</summary>
    public GuestSample[] Read(int most = Longest)
    {
        lock (_gate)
        {
            return [.. _samples.Skip(Math.Max(0, _samples.Count - most))];
        }
    }

    /// <summary>Takes new counters; rates are against those before.</summary>
    internal void Take(GuestCounters counters)
    {
        var before = Counters;
        Counters = counters;
        // A guest that was started anew counts from the beginning.
        if (before is null || counters.CpuTime < before.CpuTime) return;
        var seconds = (counters.Time - before.Time).TotalSeconds;
        if (seconds <= 0) return;
        float Rate(double now, double then) => (float)Math.Max(0, (now - then) / seconds);
        var sample = new GuestSample(
            counters.Time,
            Math.Min(100, Rate(counters.CpuTime, before.CpuTime) / 1e7f / (float)counters.Vcpus),
            (float)counters.Used,
            Rate(counters.DiskRead, before.DiskRead),
            Rate(counters.DiskWritten, before.DiskWritten),
            Rate(counters.NetReceived, before.NetReceived),
            Rate(counters.NetSent, before.NetSent));
        Add(sample);
    }

    /// <summary>Takes note that the guest does not run.</summary>
    internal void Rest(DateTimeOffset time)
    {
        Counters = null;
        if (Latest != default || _samples.Count > 0) Add(new GuestSample(time, 0, 0, 0, 0, 0, 0));
    }

    private void Add(GuestSample sample)
    {
        lock (_gate)
        {
            _samples.Enqueue(sample);
            if (_samples.Count > Longest) _samples.Dequeue();
            Latest = sample;
        }
    }
}
