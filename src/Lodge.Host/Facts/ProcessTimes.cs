using System.Globalization;
using Lodge.Host.Native;

namespace Lodge.Host.Facts;

/// <summary>Time and memory that a process or one of its threads has used (proc(5), /proc/PID/stat).</summary>
/// <param name="UserNanoseconds">In the program, the time of guests' code with it.</param>
/// <param name="SystemNanoseconds">In the kernel.</param>
/// <param name="ResidentKiB">Memory in use, in KiB.</param>
/// <param name="LastCpu">The CPU it ran on last.</param>
/// <param name="StartTicks">When it started, in ticks since boot: with the number, it names a process for good.</param>
/// <param name="RunDelayNanoseconds">Time it was ready and had to wait; zero where the kernel does not tell.</param>
public readonly record struct ProcessTimes(
    ulong UserNanoseconds,
    ulong SystemNanoseconds,
    ulong ResidentKiB,
    int LastCpu,
    ulong StartTicks,
    ulong RunDelayNanoseconds)
{
    private static readonly ulong NanosecondsPerTick = 1_000_000_000UL / (ulong)LibC.Sysconf(LibC.ScClockTicks);
    private static readonly ulong KiBPerPage = (ulong)LibC.Sysconf(LibC.ScPageSize) / 1024;

    /// <summary>All time used, in nanoseconds.</summary>
    public ulong CpuNanoseconds => UserNanoseconds + SystemNanoseconds;

    /// <summary>Reads a process; null where it is gone.</summary>
    public static ProcessTimes? OfProcess(HostFiles files, int process) => Read(files, $"/proc/{process}");

    /// <summary>Reads one thread of a process; null where it is gone.</summary>
    public static ProcessTimes? OfThread(HostFiles files, int process, int thread) =>
        Read(files, $"/proc/{process}/task/{thread}");

    private static ProcessTimes? Read(HostFiles files, string folder)
    {
        // The name of the program stands in parentheses and may hold anything, parentheses and blanks too.
        var stat = files.Text(folder + "/stat").AsSpan();
        var end = stat.LastIndexOf(')');
        if (end < 0)
        {
            return null;
        }

        Span<Range> fields = stackalloc Range[64];
        var rest = stat[(end + 1)..].Trim();
        var count = rest.Split(fields, ' ');
        if (count < 37)
        {
            return null;
        }

        return new ProcessTimes(
            Number(rest[fields[11]]) * NanosecondsPerTick,
            Number(rest[fields[12]]) * NanosecondsPerTick,
            Number(rest[fields[21]]) * KiBPerPage,
            (int)Number(rest[fields[36]]),
            Number(rest[fields[19]]),
            RunDelay(files.Text(folder + "/schedstat")));
    }

    private static ulong RunDelay(string? schedstat) =>
        schedstat?.Split(' ') is [_, var delay, ..] ? Number(delay) : 0;

    private static ulong Number(ReadOnlySpan<char> text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
