using System.Diagnostics;

namespace Lodge.Transport.Unix.Server;

/// <summary>
/// Decides whether a loop looks again for a moment before it sleeps. A client that calls again as soon as it has its
/// answer is then served without the processor falling asleep and being woken, which takes longer than the call.
/// </summary>
/// <remarks>
/// A loop looks only while one target alone keeps it busy, each time within <see cref="Patience"/> of the last: a loop
/// with nothing to do sleeps at once, and one with several clients has no need to. On a single processor it would only
/// stand in the client's way.
/// </remarks>
internal struct BriefWatch
{
    private const int NeededInARow = 2;

    private static readonly bool Useful = Environment.ProcessorCount > 1;
    private static readonly long Patience = Stopwatch.Frequency / 1_000_000 * 80;

    private long _token;
    private int _inARow;
    private long _since;

    /// <summary>Whether to look once more rather than to sleep.</summary>
    public readonly bool GoesOn => _inARow >= NeededInARow && Stopwatch.GetTimestamp() - _since < Patience;

    /// <summary>What was ready is served; the wait for more begins.</summary>
    public void Begin() => _since = Stopwatch.GetTimestamp();

    /// <summary>Something is ready.</summary>
    /// <param name="token">The first of it.</param>
    /// <param name="isAlone">Whether nothing else is.</param>
    public void Came(long token, bool isAlone)
    {
        var isNext = Useful && isAlone && token == _token && Stopwatch.GetTimestamp() - _since < 2 * Patience;
        _inARow = isNext ? Math.Min(_inARow + 1, NeededInARow) : 0;
        _token = token;
    }
}
