using System.Globalization;
using Lodge.Host.Facts;
using Lodge.Model.Capabilities;
using Lodge.Qemu.Processors;

namespace Lodge.Qemu.Probing;

/// <summary>Says what the host is, from what Linux and the processor tell.</summary>
internal sealed class HostCapabilitiesReader(HostFiles files, CpuNames? map)
{
    private const string CpuFolder = "/sys/devices/system/cpu";
    private const int FirstSharedLevel = 3;

    public HostCapabilities Read(
        IReadOnlyList<CapabilitiesSecurityModel> securityModels, IReadOnlyList<GuestCapabilities> guests)
    {
        var topology = NumaTopology.Read(files);
        return new HostCapabilities
        {
            Uuid = HostIdentity.FirmwareUuid(files) ?? HostIdentity.MachineId(files) ?? Guid.Empty,
            Cpu = ReadCpu(topology),
            HasIommu = Directory.Exists(files.PathOf("/sys/kernel/iommu_groups"))
                && Directory.EnumerateFileSystemEntries(files.PathOf("/sys/kernel/iommu_groups")).Any(),
            MigrationTransports = ["tcp", "rdma"],
            Cells = [.. topology.Cells.Select(ReadCell)],
            Caches = ReadCaches(),
            SecurityModels = securityModels,
            Guests = guests,
        };
    }

    private CapabilitiesCpu ReadCpu(NumaTopology topology)
    {
        var cpu = HostCpu.Read(files);
        var described = map is not null && HostCpuBits.Read() is { } bits
            ? new CpuDecoder(map).DescribeHost(bits)
            : null;
        return new CapabilitiesCpu
        {
            Architecture = "x86_64",
            Model = described?.Model,
            Vendor = described?.Vendor,
            Microcode = cpu.Microcode,
            Signature = described is null
                ? ((uint)cpu.Family, (uint)cpu.Model, (uint)cpu.Stepping)
                : (described.Signature.Family, described.Signature.Model, described.Signature.Stepping),
            Topology = Count(topology),
            PhysicalAddressBits = cpu.PhysicalAddressBits,
            Features = [.. (described?.Features ?? []).Select(feature => feature.Name)],
            PageSizes = HugePages.SizesKiB(files),
        };
    }

    private static (int Sockets, int Dies, int Cores, int Threads) Count(NumaTopology topology)
    {
        var cpus = topology.Cells.SelectMany(cell => cell.Cpus).ToArray();
        var sockets = Math.Max(1, cpus.Select(cpu => cpu.Socket).Distinct().Count());
        var dies = Math.Max(1, cpus.GroupBy(cpu => cpu.Socket)
            .Max(socket => (int?)socket.Select(cpu => cpu.Die).Distinct().Count()) ?? 1);
        var cores = Math.Max(1, cpus.GroupBy(cpu => (cpu.Socket, cpu.Die))
            .Max(die => (int?)die.Select(cpu => cpu.Core).Distinct().Count()) ?? 1);
        var threads = Math.Max(1, cpus.Max(cpu => (int?)cpu.Siblings.Count) ?? 1);
        return (sockets, dies, cores, threads);
    }

    private static CapabilitiesCell ReadCell(NumaCell cell) => new(
        cell.Id,
        cell.MemoryKiB,
        [.. cell.Pages.Select(pages => (pages.SizeKiB, pages.Count))],
        [.. cell.Distances.Select(distance => (distance.Cell, distance.Value))],
        [
            .. cell.Cpus.Select(cpu =>
                new CapabilitiesCellCpu(cpu.Id, cpu.Socket, cpu.Die, cpu.Core, Ranges(cpu.Siblings))),
        ]);

    private List<CapabilitiesCache> ReadCaches()
    {
        var caches = new Dictionary<(int Level, int Id, string Kind), CapabilitiesCache>();
        foreach (var cpu in files.Numbered(CpuFolder, "cpu"))
        {
            foreach (var index in files.Numbered($"{CpuFolder}/cpu{cpu}/cache", "index"))
            {
                if (ReadCache($"{CpuFolder}/cpu{cpu}/cache/index{index}") is { } cache)
                    caches.TryAdd((cache.Level, cache.Id, cache.Kind), cache);
            }
        }

        return [.. caches.Values.OrderBy(cache => cache.Level).ThenBy(cache => cache.Id)];
    }

    private CapabilitiesCache? ReadCache(string folder)
    {
        var level = (int)(files.Number(folder + "/level") ?? 0);
        if (level < FirstSharedLevel || files.Number(folder + "/id") is not { } id) return null;
        var kind = files.Text(folder + "/type")?.Trim() switch
        {
            "Unified" => "both",
            "Instruction" => "code",
            "Data" => "data",
            _ => null,
        };
        var size = files.Text(folder + "/size")?.Trim();
        if (kind is null || size is not [.. var digits, 'K']) return null;
        var cpus = files.Text(folder + "/shared_cpu_list")?.Trim() ?? "";
        return ulong.TryParse(digits, CultureInfo.InvariantCulture, out var kib)
            ? new CapabilitiesCache((int)id, level, kind, kib << 10, cpus)
            : null;
    }

    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1) last++;
            parts.Add(last == i ? $"{numbers[i]}" : $"{numbers[i]}-{numbers[last]}");
            i = last + 1;
        }

        return string.Join(',', parts);
    }
}
