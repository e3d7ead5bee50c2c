namespace Lodge.Install.Flow.Progress;

/// <summary>How fast something goes: an average in which the last seconds count most.</summary>
internal sealed class TransferRate(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    private readonly long _start = time.GetTimestamp();
    private long _last = time.GetTimestamp();
    private long _done;

    /// <summary>Bytes a second; null before anything is known.</summary>
    public double? Average { get; private set; }

    /// <summary>How long it has gone on.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Notes how far it is.</summary>
    public void Update(long done)
    {
        var passed = time.GetElapsedTime(_last);
        if (done > 0 && done >= _done && passed > TimeSpan.Zero)
        {
            var now = (done - _done) / passed.TotalSeconds;
            var share = Math.Min(passed / Memory, 1);
            Average = Average is { } before ? (share * now) + ((1 - share) * before) : now;
        }

        (_last, _done) = (time.GetTimestamp(), done);
    }

    /// <summary>How long the rest takes; null where nobody knows.</summary>
    public TimeSpan? Left(long? size) => size is { } all && Average is > 0 and var rate
        ? TimeSpan.FromSeconds(Math.Min((all - _done) / rate, TimeSpan.MaxValue.TotalSeconds / 2))
        : null;
}
