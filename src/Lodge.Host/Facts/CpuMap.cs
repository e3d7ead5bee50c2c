namespace Lodge.Host.Facts;

/// <summary>Which CPUs the host has, and which of them run (<c>virNodeGetCPUMap</c>).</summary>
public sealed class CpuMap
{
    private readonly bool[] _present;
    private readonly bool[] _online;

    private CpuMap(bool[] present, bool[] online)
    {
        _present = present;
        _online = online;
    }

    /// <summary>The highest CPU's number plus one.</summary>
    public int Present => _present.Length;

    /// <summary>How many CPUs run.</summary>
    public int Online => _online.Count(static o => o);

    /// <summary>For each CPU of <see cref="Present"/>, whether it runs.</summary>
    public ReadOnlySpan<bool> OnlineMap => _online;

    /// <summary>Whether the host has the CPU.</summary>
    public bool IsPresent(int cpu) => (uint)cpu < (uint)_present.Length && _present[cpu];

    /// <summary>Whether the CPU runs.</summary>
    public bool IsOnline(int cpu) => (uint)cpu < (uint)_online.Length && _online[cpu];

    /// <summary>Reads /sys/devices/system/cpu; a kernel that does not tell has the CPUs that .NET sees.</summary>
    public static CpuMap Read(HostFiles files)
    {
        var present = files.CpuList("/sys/devices/system/cpu/present")
            ?? [.. Enumerable.Range(0, Environment.ProcessorCount)];
        var online = files.CpuList("/sys/devices/system/cpu/online") ?? present;
        var size = present.Length == 0 ? 0 : present[^1] + 1;
        return new CpuMap(Bits(present, size), Bits(online, size));
    }

    /// <summary>The running CPUs one bit each, the lowest first, as the wire carries them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[(_online.Length + 7) / 8];
        for (var cpu = 0; cpu < _online.Length; cpu++)
        {
            bytes[cpu / 8] |= _online[cpu] ? (byte)(1 << (cpu % 8)) : (byte)0;
        }

        return bytes;
    }

    private static bool[] Bits(int[] cpus, int size)
    {
        var bits = new bool[size];
        foreach (var cpu in cpus.Where(c => c < size))
        {
            bits[cpu] = true;
        }

        return bits;
    }
}
