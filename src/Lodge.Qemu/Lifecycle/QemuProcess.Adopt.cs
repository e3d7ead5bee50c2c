using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Lifecycle;

public sealed partial class QemuProcess
{
    /// <summary>Takes over a QEMU that an earlier daemon started.</summary>
    /// <param name="identity">Which process it was.</param>
    /// <param name="monitorPath">Its monitor's socket.</param>
    /// <param name="cancellationToken">Stops waiting for the monitor, and lets go of the process, which runs
    /// on.</param>
    /// <returns>The process, or null where it has ended since.</returns>
    /// <exception cref="VirException">It runs, and its monitor cannot be reached.</exception>
    public static async Task<QemuProcess?> AdoptAsync(
        ProcessIdentity identity, string monitorPath, CancellationToken cancellationToken = default)
    {
        // Opened first, compared then: from here on the number cannot mean another process unnoticed.
        var process = LibC.OpenProcess(identity.Pid);
        if (process is null) return null;
        if (ProcessIdentity.Of(identity.Pid) != identity)
        {
            process.Dispose();
            return null;
        }

        var exited = ExitWatcher.Watch(process);
        QmpClient? monitor = null;
        try
        {
            monitor = QmpClient.Connect(monitorPath);
            await monitor.Ready.WaitAsync(cancellationToken);
            return new QemuProcess(identity, process, exited, monitor);
        }
        catch (Exception cause)
        {
            monitor?.Dispose();
            _ = exited.ContinueWith(_ => process.Dispose(), TaskScheduler.Default);
            if (exited.IsCompleted) return null;
            if (cause is OperationCanceledException or VirException) throw;
            throw QmpErrors.Closed(cause);
        }
    }

    /// <summary>
    /// Kills a process that an earlier daemon started, and waits until it has ended; one that has is no error.
    /// </summary>
    public static async Task KillAsync(ProcessIdentity identity)
    {
        var process = LibC.OpenProcess(identity.Pid);
        if (process is null) return;
        using (process)
        {
            if (ProcessIdentity.Of(identity.Pid) != identity) return;
            var exited = ExitWatcher.Watch(process);
            LibC.SendSignal(process, LibC.SIGKILL);
            await exited;
        }
    }
}
