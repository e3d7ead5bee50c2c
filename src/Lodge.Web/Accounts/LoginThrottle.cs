using System.Collections.Concurrent;

namespace Lodge.Web.Accounts;

/// <summary>Slows down who guesses passwords: a few failures are free, each further one doubles the wait.</summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int FreeFailures = 5;
    private const int MostKeys = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, Record> _records = new(StringComparer.Ordinal);

    /// <summary>How long it still has to wait that is known by a key (an account, an address).</summary>
    public TimeSpan Wait(string key)
    {
        if (!_records.TryGetValue(key, out var record) || record.Failures < FreeFailures) return TimeSpan.Zero;
        var wait = TimeSpan.FromSeconds(Math.Min(
            LongestWait.TotalSeconds, Math.Pow(2, Math.Min(record.Failures - FreeFailures + 1, 20))));
        var left = record.Last + wait - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Takes note of a failure.</summary>
    public void Failed(string key)
    {
        var now = clock.GetUtcNow();
        if (_records.Count >= MostKeys) Forget(now);
        _records.AddOrUpdate(
            key,
            _ => new Record(1, now),
            (_, old) => now - old.Last > Forgotten ? new Record(1, now) : new Record(old.Failures + 1, now));
    }

    /// <summary>Forgets the failures of who has shown the right password.</summary>
    public void Succeeded(string key) => _records.TryRemove(key, out _);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, record) in _records)
        {
            if (now - record.Last > Forgotten) _records.TryRemove(key, out _);
        }

        if (_records.Count >= MostKeys) _records.Clear();
    }

    private readonly record struct Record(int Failures, DateTimeOffset Last);
}
