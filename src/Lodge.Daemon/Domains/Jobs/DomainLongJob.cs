using System.Diagnostics;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Jobs;

/// <summary>
/// A job that takes long, reports its progress and can be aborted (save, dump): libvirt's asynchronous job.
/// </summary>
internal sealed class DomainLongJob : IDisposable
{
    private readonly DomainJobQueue _queue;
    private readonly CancellationTokenSource _aborted = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan? _elapsed;

    internal DomainLongJob(DomainJobQueue queue, string api, VirDomainJobOperation operation)
    {
        _queue = queue;
        Api = api;
        Operation = operation;
    }

    /// <summary>The public function that holds it.</summary>
    public string Api { get; }

    /// <summary>What it does.</summary>
    public VirDomainJobOperation Operation { get; }

    /// <summary>Whether it is a dump of memory alone, which QEMU tells of in another way.</summary>
    public bool IsMemoryDump { get; set; }

    /// <summary>Whether it came to its end.</summary>
    public bool HasSucceeded { get; private set; }

    /// <summary>Time since it began, until it ended.</summary>
    public TimeSpan Elapsed => _elapsed ?? Stopwatch.GetElapsedTime(_started);

    /// <summary>The last progress heard of; null before the first.</summary>
    public DomainJobProgress? Progress { get; set; }

    /// <summary>Cancelled when somebody aborts the job.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Notes that the job did what it was to do.</summary>
    public void Succeed()
    {
        _elapsed = Stopwatch.GetElapsedTime(_started);
        HasSucceeded = true;
    }

    /// <summary>Asks the job to end.</summary>
    public void Abort() => _aborted.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.ReleaseLong(this);
        _aborted.Dispose();
    }
}
