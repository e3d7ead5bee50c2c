using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Lifecycle;

public sealed partial class QemuProcess
{
    /// <summary>How long <c>quit</c> may take before SIGTERM.</summary>
    internal TimeSpan QuitDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long SIGTERM may take before SIGKILL.</summary>
    internal TimeSpan TermDeadline { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Stops QEMU and waits until it has ended: <c>quit</c>, after 2 s SIGTERM, after 8 more SIGKILL.
    /// </summary>
    /// <remarks><c>quit</c> has QEMU flush the guest's disks, and takes a few milliseconds where there is nothing to
    /// flush.</remarks>
    /// <param name="how">Whether SIGKILL is allowed.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun goes on.</param>
    /// <exception cref="VirException">It has not ended and may not be killed: VIR_ERR_SYSTEM_ERROR, as
    /// libvirt's.</exception>
    public async Task<ProcessExit> StopAsync(QemuStop how, CancellationToken cancellationToken = default)
    {
        _ = Monitor.ExecuteAsync("quit", cancellationToken: CancellationToken.None).ContinueWith(
            static answer => _ = answer.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        if (!await HasExitedWithinAsync(Monitor.Closed.IsCompleted ? TimeSpan.Zero : QuitDeadline, cancellationToken))
            LibC.SendSignal(_process, LibC.SIGTERM);
        if (!await HasExitedWithinAsync(TermDeadline, cancellationToken))
        {
            if (how == QemuStop.Graceful) throw StillThere();
            Kill();
        }

        return await Exited.WaitAsync(cancellationToken);
    }

    private async Task<bool> HasExitedWithinAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            await Exited.WaitAsync(deadline, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private VirException StillThere() => new(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_QEMU,
        $"Failed to terminate process {Identity.Pid} with SIGTERM: Device or resource busy");
}
