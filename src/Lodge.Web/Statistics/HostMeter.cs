using Lodge.Protocol.Remote;

namespace Lodge.Web.Statistics;

/// <summary>The figures of a host over time.</summary>
public sealed class HostMeter
{
    private const int Longest = 1800;
    private readonly Lock _gate = new();
    private readonly Queue<HostSample> _samples = new();
    private (double Busy, double All)? _before;

    /// <summary>The newest sample.</summary>
    public HostSample Latest { get; private set; }

    /// <summary>The newest samples, oldest first.</summary>
    public HostSample[] Read(int most = Longest)
    {
        lock (_gate)
        {
            return [.. _samples.Skip(Math.Max(0, _samples.Count - most))];
        }
    }

    internal void Take(
        IEnumerable<NodeGetCpuStats> processors, IEnumerable<NodeGetMemoryStats> memory, DateTimeOffset time)
    {
        double idle = 0, all = 0;
        foreach (var part in processors)
        {
            if (part.Field is "utilization") continue;
            all += part.Value;
            if (part.Field is "idle" or "iowait") idle += part.Value;
        }

        var facts = memory.ToDictionary(fact => fact.Field, fact => (double)fact.Value, StringComparer.Ordinal);
        var total = facts.GetValueOrDefault("total");
        var free = facts.GetValueOrDefault("free") + facts.GetValueOrDefault("buffers")
            + facts.GetValueOrDefault("cached");
        var before = _before;
        _before = (all - idle, all);
        if (before is not { } then || all <= then.All) return;
        var cpu = 100 * (all - idle - then.Busy) / (all - then.All);
        var sample = new HostSample(time, (float)Math.Clamp(cpu, 0, 100), (float)(total - free), (float)total);
        lock (_gate)
        {
            _samples.Enqueue(sample);
            if (_samples.Count > Longest) _samples.Dequeue();
            Latest = sample;
        }
    }
}
