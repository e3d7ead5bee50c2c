using Lodge.Host.Readiness;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Lifecycle;

/// <summary>Tells when a process ends, child or not, and how.</summary>
internal static class ExitWatcher
{
    /// <summary>Watches a process until it ends; the descriptor stays the caller's.</summary>
    /// <exception cref="IOException">The process cannot be watched.</exception>
    public static Task<ProcessExit> Watch(SafeFileHandle process)
    {
        var ended = FileReadiness.WaitAsync(process, toWrite: false, CancellationToken.None);
        if (ended.IsFaulted) ended.GetAwaiter().GetResult();
        return FinishAsync(process, ended);
    }

    private static async Task<ProcessExit> FinishAsync(SafeFileHandle process, Task ended)
    {
        await ended;
        return LibC.TakeStatus(process) switch
        {
            (LibC.CLD_EXITED, var code) => new ProcessExit(code, null),
            (_, var signal) => new ProcessExit(null, signal),
            null => default,
        };
    }
}
