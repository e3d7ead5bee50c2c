namespace Lodge.Qemu.Qmp.Events;

/// <summary><c>BLOCK_IO_ERROR</c>: a disk could not be read or written.</summary>
/// <param name="Device">The drive or, where it has no name, the QOM path of the device.</param>
/// <param name="NodeName">The block node, or null.</param>
/// <param name="IsWrite">Whether it was writing.</param>
/// <param name="Action"><c>ignore</c>, <c>report</c> or <c>stop</c>.</param>
/// <param name="IsNoSpace">Whether the host's disk is full.</param>
/// <param name="Reason">The system's words.</param>
public sealed record BlockIoErrorEvent(
    string Device, string? NodeName, bool IsWrite, string Action, bool IsNoSpace, string Reason) : QmpEvent;

/// <summary><c>BLOCK_WRITE_THRESHOLD</c>: a node has grown over the mark that was set.</summary>
/// <param name="NodeName">The block node.</param>
/// <param name="ExcessBytes">By how much.</param>
/// <param name="ThresholdBytes">The mark.</param>
public sealed record WriteThresholdEvent(string NodeName, ulong ExcessBytes, ulong ThresholdBytes) : QmpEvent;

/// <summary><c>JOB_STATUS_CHANGE</c>: a job went into another state.</summary>
/// <param name="Id">The id of the job.</param>
/// <param name="Status"><c>created</c>, <c>running</c>, <c>ready</c>, <c>concluded</c>, <c>null</c> …</param>
public sealed record JobStatusEvent(string Id, string Status) : QmpEvent;

/// <summary><c>BLOCK_JOB_COMPLETED</c>, <c>_CANCELLED</c> or <c>_READY</c>.</summary>
/// <param name="Outcome">Which of them.</param>
/// <param name="Device">The id of the job.</param>
/// <param name="Type"><c>commit</c>, <c>stream</c>, <c>mirror</c>, <c>backup</c>.</param>
/// <param name="Length">How much there is to do, in bytes.</param>
/// <param name="Offset">How much is done.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record BlockJobEvent(
    BlockJobOutcome Outcome, string Device, string Type, long Length, long Offset, string? Error) : QmpEvent;

/// <summary>What a <see cref="BlockJobEvent"/> tells.</summary>
public enum BlockJobOutcome
{
    /// <summary>The job is done.</summary>
    Completed,

    /// <summary>The job was called off.</summary>
    Cancelled,

    /// <summary>The job waits to be completed.</summary>
    Ready,
}
