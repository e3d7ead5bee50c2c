namespace Lodge.Daemon.Domains.Jobs;

/// <summary>How far a long job is: bytes of memory moved, as QEMU's <c>query-migrate</c> counts them.</summary>
internal sealed record DomainJobProgress(ulong Total, ulong Processed, ulong Remaining)
{
    /// <summary>Pages that were all zero.</summary>
    public ulong Constant { get; init; }

    /// <summary>Pages sent as they are.</summary>
    public ulong Normal { get; init; }

    /// <summary>Bytes of pages sent as they are.</summary>
    public ulong NormalBytes { get; init; }

    /// <summary>Milliseconds the guest stands still.</summary>
    public ulong Downtime { get; init; }
}
