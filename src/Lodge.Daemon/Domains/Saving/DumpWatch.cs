using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>Waits for the end of one dump of a guest's memory, which its event reader reports.</summary>
internal sealed class DumpWatch
{
    private readonly TaskCompletionSource<VirException?> _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with what went wrong; with null where nothing did.</summary>
    public Task<VirException?> Ended => _ended.Task;

    /// <summary>Takes what QEMU tells at the end of a dump.</summary>
    public void Report(string status, string? error) => _ended.TrySetResult(status == "completed"
        ? null
        : DomainErrors.Failed($"memory-only dump failed: {error ?? "unknown reason"}"));

    /// <summary>Somebody does not want to wait any longer: QEMU cannot be stopped, and writes on for nobody.</summary>
    public void Abort() =>
        _ended.TrySetResult(DomainErrors.Of(VirErrorNumber.VIR_ERR_OPERATION_ABORTED, "job: canceled by client"));
}
