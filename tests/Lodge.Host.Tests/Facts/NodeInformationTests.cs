using Lodge.Host.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.Facts;

public sealed class NodeInformationTests
{
    [Fact]
    public void Two_cells_with_hyperthreads_are_told_as_they_are()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0-7\n").With("/sys/devices/system/cpu/online", "0-7\n");
        for (var cpu = 0; cpu < 8; cpu++)
        {
            var core = cpu % 4;
            host.WithCpu(cpu, node: core / 2, socket: core / 2, core: core % 2, siblings: $"{core},{core + 4}");
        }

        host.WithNodeMemory(0, 1000, 10).WithNodeMemory(1, 2000, 20);
        host.With("/proc/cpuinfo", "processor : 0\ncpu MHz\t\t: 2100.500\n\nprocessor : 1\ncpu MHz\t\t: 3400.999\n");

        var node = NodeInformation.Read(host.Files);

        Assert.Equal((8, 2, 1, 2, 2), (node.Cpus, node.Nodes, node.Sockets, node.Cores, node.Threads));
        Assert.Equal(3000, node.MemoryKiB);
        Assert.Equal(3400, node.MegaHertz);
    }

    [Fact]
    public void An_offline_cpu_is_not_counted_but_fits_the_topology()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0-1\n").With("/sys/devices/system/cpu/online", "0\n");
        host.WithCpu(0, 0, 0, 0, "0").WithCpu(1, 0, 0, 1, "1").WithNodeMemory(0, 5, 5);

        var node = NodeInformation.Read(host.Files);

        Assert.Equal((1, 1, 1, 2, 1), (node.Cpus, node.Nodes, node.Sockets, node.Cores, node.Threads));
    }

    [Fact]
    public void A_topology_that_the_fields_cannot_carry_becomes_cores_of_one_socket()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0-2\n").With("/sys/devices/system/cpu/online", "0-2\n");
        host.WithCpu(0, 0, 0, 0, "0-1").WithCpu(1, 0, 0, 0, "0-1").WithCpu(2, 0, 0, 1, "2").WithNodeMemory(0, 5, 5);

        var node = NodeInformation.Read(host.Files);

        Assert.Equal((3, 1, 1, 3, 1), (node.Cpus, node.Nodes, node.Sockets, node.Cores, node.Threads));
    }

    [Fact]
    public void A_kernel_without_numa_is_one_cell()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "0\n").With("/sys/devices/system/cpu/online", "0\n");
        host.WithFolder("/sys/devices/system/cpu/cpu0").With("/proc/meminfo", "MemTotal:  700 kB\nMemFree: 70 kB\n");

        var node = NodeInformation.Read(host.Files);

        Assert.Equal((1, 1, 1, 1, 1), (node.Cpus, node.Nodes, node.Sockets, node.Cores, node.Threads));
        Assert.Equal(700, node.MemoryKiB);
    }

    [Fact]
    public void A_host_that_names_no_cpu_is_an_error()
    {
        using var host = new FakeHost();
        host.With("/sys/devices/system/cpu/present", "\n");

        var error = Assert.Throws<VirException>(() => NodeInformation.Read(host.Files));

        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, error.Code);
    }

    [Fact]
    public void This_host_has_a_cpu_and_memory()
    {
        var node = NodeInformation.Read(HostFiles.Real);

        Assert.True(node.Cpus > 0);
        Assert.True(node.MemoryKiB > 0);
        Assert.True(node.Nodes * node.Sockets * node.Cores * node.Threads >= node.Cpus);
    }
}
