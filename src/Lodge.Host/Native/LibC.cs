using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Native;

/// <summary>The functions of the C library that have no counterpart in .NET.</summary>
internal static unsafe partial class LibC
{
    /// <summary>An interrupted call (errno).</summary>
    public const int Eintr = 4;

    /// <summary>A signal nobody here handles: kept blocked, and used to end one system call of one thread.</summary>
    public const int Sigusr2 = 12;

    /// <summary>The clock of the processor time of the calling thread.</summary>
    public const int ClockThreadCpuTime = 3;

    /// <summary><c>sysconf</c>: ticks a second of the times in /proc.</summary>
    public const int ScClockTicks = 2;

    /// <summary><c>sysconf</c>: bytes in a page.</summary>
    public const int ScPageSize = 30;

    private const int BlockSignals = 0;

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, nuint request, nint argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "sysconf")]
    public static partial nint Sysconf(int name);

    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int ThreadId();

    [LibraryImport("libc", EntryPoint = "tgkill")]
    public static partial int SignalThread(int process, int thread, int signal);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Access(string path, int mode);

    /// <summary>The path with every link followed, in a buffer of 4096 bytes; null where it leads nowhere.</summary>
    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte* RealPath(string path, byte* buffer);

    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    private static partial int ThreadSignalMask(int how, SignalSet* set, SignalSet* old);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, TimeSpec* time);

    /// <summary>Blocks one signal in the calling thread.</summary>
    /// <returns>The signals that were blocked before, one bit each (signal 1 is the lowest).</returns>
    public static ulong Block(int signal)
    {
        var set = default(SignalSet);
        var old = default(SignalSet);
        set.Bits[0] = 1UL << (signal - 1);
        _ = ThreadSignalMask(BlockSignals, &set, &old);
        return old.Bits[0];
    }

    /// <summary>Processor time that the calling thread has used.</summary>
    public static TimeSpan ThreadCpuTime()
    {
        TimeSpec time;
        _ = ClockGetTime(ClockThreadCpuTime, &time);
        return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
    }

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private struct SignalSet
    {
        public fixed ulong Bits[16];
    }
}
