using Lodge.Qemu.Native;
using Lodge.Qemu.Qmp;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Lifecycle;

/// <summary>
/// A running QEMU: started by us, or found again after a restart of the daemon. It goes on when this is disposed.
/// </summary>
public sealed partial class QemuProcess : IDisposable
{
    private readonly SafeFileHandle _process;

    private QemuProcess(
        ProcessIdentity identity, SafeFileHandle process, Task<ProcessExit> exited, QmpClient monitor)
    {
        Identity = identity;
        _process = process;
        Exited = exited;
        Monitor = monitor;
    }

    /// <summary>Which process it is.</summary>
    public ProcessIdentity Identity { get; }

    /// <summary>The monitor. It may end before the process does, and the other way round.</summary>
    public QmpClient Monitor { get; }

    /// <summary>Completes when the process has ended; never fails.</summary>
    public Task<ProcessExit> Exited { get; }

    /// <summary>Kills the process at once; what the guest has not had flushed is lost.</summary>
    public void Kill() => LibC.SendSignal(_process, LibC.SIGKILL);

    /// <summary>Lets go of the process, which runs on.</summary>
    public void Dispose()
    {
        Monitor.Dispose();

        // Whoever waits for the end still does; the descriptor is closed after that.
        Exited.ContinueWith(_ => _process.Dispose(), TaskScheduler.Default);
    }
}
