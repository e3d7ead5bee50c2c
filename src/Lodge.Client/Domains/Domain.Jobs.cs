using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Long work on the guest: progress, abort, backup.</content>
public sealed partial class Domain
{
    /// <summary>Aborts the job on the guest. (<c>virDomainAbortJob</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AbortJobAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainAbortJobAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>
    /// Asks for all that is known of the job on the guest, or of the last one. (<c>virDomainGetJobStats</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetJobStatsRet> GetJobStatsAsync(
        VirDomainGetJobStatsFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainGetJobStatsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Begins a backup of the guest's disks, and makes a checkpoint if one is described.
    /// (<c>virDomainBackupBegin</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BackupBeginAsync(
        string xml, string? checkpointXml, VirDomainBackupBeginFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBackupBeginAsync(
            new()
            {
                Dom = Wire, BackupXml = xml, CheckpointXml = checkpointXml, Flags = (uint)flags,
            },
            cancellationToken);

    /// <summary>Begins to measure how fast the guest changes its memory. (<c>virDomainStartDirtyRateCalc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask StartDirtyRateCalcAsync(
        int seconds, VirDomainDirtyRateCalcFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainStartDirtyRateCalcAsync(
            new() { Dom = Wire, Seconds = seconds, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Aborts the job on the guest, a migration in post-copy too if wanted. (<c>virDomainAbortJobFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AbortJobFlagsAsync(
        VirDomainAbortJobFlagsValues flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainAbortJobFlagsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);
}
