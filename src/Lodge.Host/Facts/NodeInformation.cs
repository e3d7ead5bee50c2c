using System.Globalization;
using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>What <c>virNodeGetInfo</c> tells about the host.</summary>
/// <param name="Model">The kernel's name of the architecture (<c>x86_64</c>).</param>
/// <param name="MemoryKiB">All memory, in KiB.</param>
/// <param name="Cpus">CPUs that are online.</param>
/// <param name="MegaHertz">Speed of a CPU in MHz; zero where unknown.</param>
/// <param name="Nodes">NUMA cells; 1 where the real topology does not fit into these fields.</param>
/// <param name="Sockets">Sockets a node.</param>
/// <param name="Cores">Cores a socket.</param>
/// <param name="Threads">Threads a core.</param>
public readonly record struct NodeInformation(
    string Model, long MemoryKiB, int Cpus, int MegaHertz, int Nodes, int Sockets, int Cores, int Threads)
{
    /// <summary>Reads the host's topology from /sys/devices/system and its clock from /proc/cpuinfo.</summary>
    /// <exception cref="VirException">The kernel tells of no CPU (<c>VIR_ERR_INTERNAL_ERROR</c>).</exception>
    public static NodeInformation Read(HostFiles files)
    {
        var cpus = CpuMap.Read(files);
        var cells = files.Numbered("/sys/devices/system/node", "node");
        var total = default(Count);
        foreach (var cell in cells)
        {
            total = total.Join(CountIn(files, $"/sys/devices/system/node/node{cell}", cpus));
        }

        if (cells.Length == 0 || total.Cpus == 0)
        {
            cells = [0];
            total = CountIn(files, "/sys/devices/system/cpu", cpus);
        }

        if (total.Cpus == 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, "no CPUs found");
        }

        var (nodes, sockets, cores, threads) = (cells.Length, total.Sockets, total.Cores, total.Threads);
        if (nodes * sockets * cores * threads != total.Cpus + total.Offline)
        {
            // The fields cannot carry every topology; libvirt then calls all CPUs cores of one socket.
            (nodes, sockets, cores, threads) = (1, 1, total.Cpus + total.Offline, 1);
        }

        return new NodeInformation(
            Architecture(), NodeMemory.TotalKiB(files), total.Cpus, ReadMegaHertz(files), nodes, sockets,
            cores, threads);
    }

    /// <summary>The kernel's name of this host's architecture.</summary>
    public static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.X86 => "i686",
        System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
        System.Runtime.InteropServices.Architecture.S390x => "s390x",
        System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64le",
        System.Runtime.InteropServices.Architecture.RiscV64 => "riscv64",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static Count CountIn(HostFiles files, string folder, CpuMap map)
    {
        var coresOf = new Dictionary<long, HashSet<long>>();
        var count = default(Count);
        foreach (var cpu in files.Numbered(folder, "cpu"))
        {
            if (!map.IsPresent(cpu))
            {
                continue;
            }

            if (!map.IsOnline(cpu))
            {
                count.Offline++;
                continue;
            }

            var topology = $"/sys/devices/system/cpu/cpu{cpu}/topology";
            var socket = Math.Max(0, files.Number(topology + "/physical_package_id") ?? 0);
            if (!coresOf.TryGetValue(socket, out var cores))
            {
                coresOf.Add(socket, cores = []);
            }

            cores.Add(files.Number(topology + "/core_id") ?? 0);
            count.Cpus++;
            count.Threads = Math.Max(count.Threads, files.CpuList(topology + "/thread_siblings_list")?.Length ?? 1);
        }

        count.Sockets = coresOf.Count;
        count.Cores = coresOf.Count == 0 ? 0 : coresOf.Values.Max(static c => c.Count);
        return count;
    }

    private static int ReadMegaHertz(HostFiles files)
    {
        var speed = 0;
        foreach (var line in files.Text("/proc/cpuinfo").AsSpan().EnumerateLines())
        {
            // The last CPU's speed counts, as it does for libvirt.
            var colon = line.IndexOf(':');
            if (line.StartsWith("cpu MHz", StringComparison.Ordinal) && colon > 0
                && double.TryParse(line[(colon + 1)..], CultureInfo.InvariantCulture, out var value))
            {
                speed = (int)value;
            }
        }

        return speed;
    }

    private record struct Count(int Cpus, int Offline, int Sockets, int Cores, int Threads)
    {
        public readonly Count Join(Count other) => new(
            Cpus + other.Cpus,
            Offline + other.Offline,
            Math.Max(Sockets, other.Sockets),
            Math.Max(Cores, other.Cores),
            Math.Max(Threads, other.Threads));
    }
}
