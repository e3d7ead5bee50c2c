namespace Lodge.Daemon.Domains.Saving;

/// <summary>Waits for the end of one migration of a guest's state, which its event reader reports.</summary>
internal sealed class MigrationWatch
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How it ended: <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public Task<string> Ended => _ended.Task;

    /// <summary>Takes what QEMU tells of the migration.</summary>
    public void Report(string status)
    {
        if (status is "completed" or "failed" or "cancelled")
            _ended.TrySetResult(status);
    }
}
