using System.Globalization;
using System.Runtime.InteropServices;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>On which of the host's CPUs a guest's threads may run.</summary>
/// <remarks>Source: sched_setaffinity(2).</remarks>
internal static partial class CpuAffinity
{
    private const int MapBytes = 1024;

    /// <summary>Binds a vCPU's thread; one that is not there is bound when it comes.</summary>
    public static void SetVcpu(LiveDomain live, int vcpu, CpuSet cpus)
    {
        if (live.VcpuThreads.Count == 0)
            throw DomainErrors.Invalid("cpu affinity is not supported");
        if (live.VcpuThreads.TryGetValue(vcpu, out var thread))
            Set(thread, cpus);
    }

    /// <summary>Binds QEMU's threads that are no vCPUs.</summary>
    public static void SetEmulator(LiveDomain live, CpuSet cpus)
    {
        var process = live.Process?.Identity.Pid ?? throw DomainErrors.NotRunning();
        foreach (var folder in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            var thread = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            if (!live.VcpuThreads.Values.Contains(thread))
                Set(thread, cpus);
        }
    }

    /// <summary>On which CPUs a thread may run now; null where it is gone.</summary>
    public static unsafe CpuSet? Get(int thread)
    {
        var map = stackalloc byte[MapBytes];
        var length = GetAffinity(thread, MapBytes, map);
        if (length < 0)
            return null;
        var bits = new byte[MapBytes];
        new ReadOnlySpan<byte>(map, MapBytes).CopyTo(bits);
        return CpuBits.ToSet(bits);
    }

    private static unsafe void Set(int thread, CpuSet cpus)
    {
        var map = stackalloc byte[MapBytes];
        CpuBits.Write(cpus, MapBytes * 8, new Span<byte>(map, MapBytes));
        if (SetAffinity(thread, MapBytes, map) < 0)
            throw State.PosixFile.LastError($"cannot set CPU affinity on process {thread}");
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static unsafe partial int SetAffinity(int thread, nuint length, byte* map);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static unsafe partial int GetAffinity(int thread, nuint length, byte* map);
}
