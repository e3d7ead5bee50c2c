using System.Globalization;
using Lodge.Host.Native;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>Time that the host's CPUs spent since boot, in nanoseconds (<c>virNodeGetCPUStats</c>).</summary>
/// <param name="Kernel">In the kernel, interrupts with it.</param>
/// <param name="User">In programs, the nice ones with them.</param>
/// <param name="Idle">Doing nothing.</param>
/// <param name="IoWait">Doing nothing while a disk works.</param>
public readonly record struct NodeCpuTimes(ulong Kernel, ulong User, ulong Idle, ulong IoWait)
{
    /// <summary>Stands for all CPUs together (<c>VIR_NODE_CPU_STATS_ALL_CPUS</c>).</summary>
    public const int AllCpus = -1;

    private static readonly ulong NanosecondsPerTick = 1_000_000_000UL / (ulong)LibC.Sysconf(LibC.ScClockTicks);

    /// <summary>Reads /proc/stat for one CPU, or for <see cref="AllCpus"/>.</summary>
    /// <exception cref="VirException">There is no such CPU (<c>VIR_ERR_INVALID_ARG</c>).</exception>
    public static NodeCpuTimes Read(HostFiles files, int cpu)
    {
        var head = cpu == AllCpus ? "cpu " : string.Create(CultureInfo.InvariantCulture, $"cpu{cpu} ");
        foreach (var line in files.Text("/proc/stat").AsSpan().EnumerateLines())
        {
            if (line.StartsWith(head, StringComparison.Ordinal))
            {
                Span<ulong> ticks = stackalloc ulong[7];
                Parse(line[head.Length..], ticks);
                return new NodeCpuTimes(
                    (ticks[2] + ticks[5] + ticks[6]) * NanosecondsPerTick,
                    (ticks[0] + ticks[1]) * NanosecondsPerTick,
                    ticks[3] * NanosecondsPerTick,
                    ticks[4] * NanosecondsPerTick);
            }
        }

        throw HostErrors.InvalidArgument(
            "virHostCPUGetStatsLinux", "cpuNum", "Invalid cpuNum in virHostCPUGetStatsLinux");
    }

    private static void Parse(ReadOnlySpan<char> text, Span<ulong> ticks)
    {
        var i = 0;
        foreach (var range in text.Split(' '))
        {
            if (text[range].Length > 0 && i < ticks.Length)
            {
                _ = ulong.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out ticks[i++]);
            }
        }
    }
}
