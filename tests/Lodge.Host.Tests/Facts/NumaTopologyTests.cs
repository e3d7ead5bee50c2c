using Lodge.Host.Facts;

namespace Lodge.Host.Tests.Facts;

public sealed class NumaTopologyTests
{
    [Fact]
    public void Cells_have_their_cpus_distances_and_pages()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0-3\n").With("/sys/devices/system/cpu/online", "0-1,3\n");
        host.WithCpu(0, 0, 0, 0, "0").WithCpu(1, 1, 1, 0, "1,3", die: 1).WithCpu(2, 0, 0, 1, "2")
            .WithCpu(3, 1, 1, 0, "1,3");
        host.WithNodeMemory(0, 8192, 4096).WithNodeMemory(1, 16384, 100);
        host.With("/sys/devices/system/node/node0/distance", "10 21\n")
            .With("/sys/devices/system/node/node1/distance", "21 10\n");
        host.With("/sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages", "2\n")
            .With("/sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages", "1\n");

        var cells = NumaTopology.Read(host.Files).Cells;

        Assert.Equal([0, 1], cells.Select(static c => c.Id));
        Assert.Equal([0], cells[0].Cpus.Select(static c => c.Id));
        Assert.Equal([1, 3], cells[1].Cpus.Select(static c => c.Id));
        Assert.Equal([1, 3], cells[1].Cpus[0].Siblings);
        Assert.Equal((1, 1, 0), (cells[1].Cpus[0].Socket, cells[1].Cpus[0].Die, cells[1].Cpus[0].Core));
        Assert.Equal([new NumaDistance(0, 21), new NumaDistance(1, 10)], cells[1].Distances);
        Assert.Equal([new NumaPages(4, 1024, 1024), new NumaPages(2048, 2, 1)], cells[0].Pages);
    }

    [Fact]
    public void A_host_without_numa_is_one_cell_with_everything_in_it()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0\n").With("/sys/devices/system/cpu/online", "0\n");
        host.WithFolder("/sys/devices/system/cpu/cpu0").With("/proc/meminfo", "MemTotal: 700 kB\n");

        var cell = Assert.Single(NumaTopology.Read(host.Files).Cells);

        Assert.Equal(700, cell.MemoryKiB);
        Assert.Equal([0], Assert.Single(cell.Cpus).Siblings);
    }

    [Fact]
    public void The_cpu_map_carries_gaps()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0-9\n").With("/sys/devices/system/cpu/online", "0,2,9\n");

        var map = CpuMap.Read(host.Files);

        Assert.Equal((10, 3), (map.Present, map.Online));
        Assert.Equal([0b101, 0b10], map.ToBytes());
        Assert.False(map.IsOnline(1));
        Assert.False(map.IsPresent(10));
    }
}
