namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>A job on a disk of a running guest.</summary>
/// <param name="id">What it is about.</param>
internal sealed class BlockJob(BlockJobId id)
{
    private readonly TaskCompletionSource _concluded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BlockJobPhase _phase;

    /// <summary>What it is about.</summary>
    public BlockJobId Id => id;

    /// <summary>How far it is; changed by who has the domain's turn, and by QEMU's word that it is ready.</summary>
    public BlockJobPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>Completes when QEMU does nothing more for it.</summary>
    public Task Concluded => _concluded.Task;

    /// <summary>Notes that QEMU does nothing more for it.</summary>
    public void Conclude() => _concluded.TrySetResult();
}
