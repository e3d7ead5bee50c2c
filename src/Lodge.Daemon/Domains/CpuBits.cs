using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>Sets of the host's CPUs as libvirt's wire has them: a bit for each, lowest first.</summary>
internal static class CpuBits
{
    /// <summary>Reads a map.</summary>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG for a map without CPUs.</exception>
    public static CpuSet ToSet(byte[] map)
    {
        var members = Enumerable.Range(0, map.Length * 8).Where(cpu => (map[cpu / 8] & (1 << (cpu % 8))) != 0);
        var set = new CpuSet(members);
        return set.IsEmpty ? throw DomainErrors.InvalidArgument("Empty cpu list for pinning") : set;
    }

    /// <summary>Writes a map of so many bytes.</summary>
    /// <param name="cpus">The CPUs; null for all.</param>
    /// <param name="host">How many the host has.</param>
    /// <param name="map">Where to; CPUs beyond its end are left out.</param>
    public static void Write(CpuSet? cpus, int host, Span<byte> map)
    {
        for (var cpu = 0; cpu < Math.Min(host, map.Length * 8); cpu++)
        {
            if (cpus is null || cpus.Contains(cpu))
                map[cpu / 8] |= (byte)(1 << (cpu % 8));
        }
    }
}
