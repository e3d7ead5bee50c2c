using Lodge.Host.Facts;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Probing;

/// <summary>A host made of files: two cells, two sockets of two cores with two threads each.</summary>
public sealed class HostCapabilitiesReaderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public HostCapabilitiesReaderTests()
    {
        Write("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        Write("/proc/cpuinfo",
            "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 17\nstepping\t: 1\nmicrocode\t: "
                + "0x10\naddress sizes\t: 48 bits physical, 48 bits virtual\n");
        Write("/sys/devices/system/cpu/online", "0-7\n");
        Write("/sys/devices/system/cpu/present", "0-7\n");
        Write("/sys/devices/system/cpu/possible", "0-7\n");
        for (var cpu = 0; cpu < 8; cpu++)
        {
            var (socket, core) = (cpu / 4, cpu % 4 / 2);
            var folder = $"/sys/devices/system/cpu/cpu{cpu}";
            Write($"{folder}/topology/physical_package_id", $"{socket}\n");
            Write($"{folder}/topology/die_id", "0\n");
            Write($"{folder}/topology/core_id", $"{core}\n");
            Write($"{folder}/topology/thread_siblings_list", $"{cpu & ~1}-{cpu | 1}\n");
            Write($"{folder}/topology/core_cpus_list", $"{cpu & ~1}-{cpu | 1}\n");
            Cache(folder, 2, 2, "Unified", "512K", $"{cpu & ~1}-{cpu | 1}", core);
            Cache(folder, 3, 3, "Unified", "1536K", $"{socket * 4}-{(socket * 4) + 3}", socket);
        }

        for (var cell = 0; cell < 2; cell++)
        {
            var folder = $"/sys/devices/system/node/node{cell}";
            Write($"{folder}/cpulist", $"{cell * 4}-{(cell * 4) + 3}\n");
            Write($"{folder}/distance", cell == 0 ? "10 21\n" : "21 10\n");
            Write($"{folder}/meminfo", $"Node {cell} MemTotal:  1000 kB\nNode {cell} MemFree:  500 kB\n");
            for (var cpu = cell * 4; cpu < (cell * 4) + 4; cpu++) Directory.CreateDirectory(
                _folder.Path($"{folder}/cpu{cpu}"[1..]));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_sockets_cores_and_threads_are_counted()
    {
        var host = Read();
        Assert.Equal((2, 1, 2, 2), host.Cpu.Topology);
        Assert.Equal(2, host.Cells.Count);
        Assert.Equal([(0, 10), (1, 21)], host.Cells[0].Distances);
        Assert.Equal([4, 5, 6, 7], host.Cells[1].Cpus.Select(cpu => cpu.Id));
        Assert.Equal("4-5", host.Cells[1].Cpus[0].Siblings);
        Assert.Equal(1000, host.Cells[1].MemoryKiB);
    }

    [Fact]
    public void Caches_shared_by_a_socket_are_told_once_and_smaller_ones_not()
    {
        var caches = Read().Caches;
        Assert.Equal(["0-3", "4-7"], caches.Select(cache => cache.Cpus));
        Assert.All(caches, cache => Assert.Equal((3, "both", 1536UL << 10), (cache.Level, cache.Kind, cache.Bytes)));
    }

    [Fact]
    public void The_host_is_known_by_its_machine_id_where_the_firmware_has_no_word() =>
        Assert.Equal(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), Read().Uuid);

    [Fact]
    public void An_iommu_is_there_when_it_has_groups()
    {
        Assert.False(Read().HasIommu);
        Directory.CreateDirectory(_folder.Path("sys/kernel/iommu_groups/0"));
        Assert.True(Read().HasIommu);
    }

    private Lodge.Model.Capabilities.HostCapabilities Read() =>
        new HostCapabilitiesReader(new HostFiles(_folder.Path("")), null).Read([], []);

    private void Cache(string cpu, int index, int level, string type, string size, string shared, int id)
    {
        var folder = $"{cpu}/cache/index{index}";
        Write($"{folder}/level", $"{level}\n");
        Write($"{folder}/type", $"{type}\n");
        Write($"{folder}/size", $"{size}\n");
        Write($"{folder}/shared_cpu_list", $"{shared}\n");
        Write($"{folder}/id", $"{id}\n");
    }

    private void Write(string path, string text)
    {
        var full = _folder.Path(path[1..]);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
