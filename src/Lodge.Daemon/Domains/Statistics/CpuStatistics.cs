using Lodge.Host.Facts;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>The time a guest's processes and vCPUs took of the host, in nanoseconds.</summary>
internal static class CpuStatistics
{
    /// <summary>Adds the times of the whole guest.</summary>
    public static void AddTotal(ParameterList list, DomainSnapshot now)
    {
        if (Times(now.Live) is not { } times)
            return;
        list.Add("cpu.time", times.CpuNanoseconds);
        list.Add("cpu.user", times.UserNanoseconds);
        list.Add("cpu.system", times.SystemNanoseconds);
    }

    /// <summary>Adds a record of each vCPU.</summary>
    public static void AddVcpus(ParameterList list, DomainSnapshot now)
    {
        var facts = now.Facts;
        list.Add("vcpu.current", facts.Vcpus);
        list.Add("vcpu.maximum", facts.MaximumVcpus);
        if (now.Live is not { Process: { } process } live)
            return;
        foreach (var (number, thread) in live.VcpuThreads.OrderBy(vcpu => vcpu.Key))
        {
            var prefix = $"vcpu.{number}.";
            list.Add(prefix + "state", (int)VirVcpuState.VIR_VCPU_RUNNING);
            if (ProcessTimes.OfThread(HostFiles.Real, process.Identity.Pid, thread) is not { } times)
                continue;
            list.Add(prefix + "time", times.CpuNanoseconds);
            list.Add(prefix + "wait", 0ul);
            list.Add(prefix + "delay", times.RunDelayNanoseconds);
        }
    }

    /// <summary>What the host counts of a guest's QEMU.</summary>
    public static ProcessTimes? Times(LiveDomain? live) =>
        live?.Process is { } process ? ProcessTimes.OfProcess(HostFiles.Real, process.Identity.Pid) : null;
}
