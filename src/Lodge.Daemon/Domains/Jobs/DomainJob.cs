namespace Lodge.Daemon.Domains.Jobs;

/// <summary>The right to change a domain, held until disposed.</summary>
internal readonly struct DomainJob : IDisposable
{
    private readonly DomainJobQueue _queue;
    private readonly DomainJobKind _kind;

    internal DomainJob(DomainJobQueue queue, DomainJobKind kind)
    {
        _queue = queue;
        _kind = kind;
    }

    /// <summary>Lets the next one have its turn.</summary>
    public void Dispose() => _queue.Release(_kind);
}
