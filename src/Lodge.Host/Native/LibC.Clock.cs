using System.Runtime.InteropServices;

namespace Lodge.Host.Native;

internal static unsafe partial class LibC
{
    private const int TIME_ERROR = 5;
    private const int ClockSize = 208;

    /// <summary>Whether something keeps the host's clock right (<c>adjtimex(2)</c>); true where the kernel does not
    /// tell.</summary>
    internal static bool IsClockSynchronized()
    {
        // All zero, so that nothing is set.
        var clock = stackalloc byte[ClockSize];
        NativeMemory.Clear(clock, ClockSize);
        return AdjustClock(clock) != TIME_ERROR;
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjustClock(byte* clock);
}
