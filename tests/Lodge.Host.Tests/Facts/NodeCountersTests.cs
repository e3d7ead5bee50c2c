using Lodge.Host.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.Facts;

public sealed class NodeCountersTests
{
    [Fact]
    public void Cpu_times_join_interrupts_to_the_kernel_and_nice_to_the_user()
    {
        using var host = new FakeHost();
        host.With("/proc/stat", "cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 10 20 30 40 50 60 70 0 0 0\ncpu10 1 1 1 1 1 1 1\n");

        var all = NodeCpuTimes.Read(host.Files, NodeCpuTimes.AllCpus);
        var first = NodeCpuTimes.Read(host.Files, 0);

        Assert.Equal(new NodeCpuTimes(160_000_000, 30_000_000, 40_000_000, 50_000_000), all);
        Assert.Equal(new NodeCpuTimes(1_600_000_000, 300_000_000, 400_000_000, 500_000_000), first);
    }

    [Fact]
    public void A_cpu_that_is_not_there_is_an_invalid_argument()
    {
        using var host = new FakeHost();
        host.With("/proc/stat", "cpu  1 2 3 4 5 6 7\ncpu10 1 1 1 1 1 1 1\n");

        var error = Assert.Throws<VirException>(() => NodeCpuTimes.Read(host.Files, 1));

        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, error.Code);
        Assert.Contains("cpuNum", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_tells_total_and_free_and_the_host_buffers_and_cache_too()
    {
        using var host = new FakeHost();
        host.With(
            "/proc/meminfo", "MemTotal: 100 kB\nMemFree: 60 kB\nBuffers: 5 kB\nCached: 20 kB\nSwapCached: 7 kB\n");
        host.WithNodeMemory(0, 90, 50);

        Assert.Equal(new NodeMemory(100, 60, 5, 20), NodeMemory.Read(host.Files, NodeMemory.AllCells));
        Assert.Equal(new NodeMemory(90, 50, null, null), NodeMemory.Read(host.Files, 0));
        Assert.Equal(50 * 1024, NodeMemory.FreeBytes(host.Files));
    }

    [Fact]
    public void A_cell_that_is_not_there_is_an_invalid_argument()
    {
        using var host = new FakeHost();
        host.WithNodeMemory(0, 90, 50);

        Assert.Equal(
            VirErrorNumber.VIR_ERR_INVALID_ARG,
            Assert.Throws<VirException>(() => NodeMemory.Read(host.Files, 3)).Code);
    }

    [Fact]
    public void Interface_counters_are_found_by_the_whole_name()
    {
        using var host = new FakeHost();
        host.With(
            "/proc/net/dev",
            "Inter-|   Receive\n face |bytes\n vnet10: 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9\n"
                + "  vnet1:1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\n");

        var counters = InterfaceCounters.Read(host.Files, "vnet1");

        Assert.Equal(new InterfaceCounters(new(1, 2, 3, 4), new(5, 6, 7, 8)), counters);
        Assert.Equal(new InterfaceCounters(new(5, 6, 7, 8), new(1, 2, 3, 4)), counters!.Value.Swapped);
        Assert.Null(InterfaceCounters.Read(host.Files, "vnet"));
    }

    [Fact]
    public void A_process_whose_name_has_parentheses_and_blanks_is_read()
    {
        using var host = new FakeHost();
        var fields = Enumerable.Range(4, 49)
            .Select(static i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        host.With("/proc/7/stat", $"7 (a) b (c 1 2) S {string.Join(' ', fields)}\n")
            .With("/proc/7/schedstat", "1 22 3\n");

        var times = ProcessTimes.OfProcess(host.Files, 7)!.Value;

        Assert.Equal(140_000_000UL, times.UserNanoseconds);
        Assert.Equal(150_000_000UL, times.SystemNanoseconds);
        Assert.Equal(22UL, times.StartTicks);
        Assert.Equal(24UL * (ulong)(Environment.SystemPageSize / 1024), times.ResidentKiB);
        Assert.Equal(39, times.LastCpu);
        Assert.Equal(22UL, times.RunDelayNanoseconds);
        Assert.Null(ProcessTimes.OfProcess(host.Files, 8));
    }

    [Fact]
    public void This_process_has_used_time_and_memory()
    {
        var times = ProcessTimes.OfProcess(HostFiles.Real, Environment.ProcessId)!.Value;

        Assert.True(times.ResidentKiB > 1000);
        Assert.True(times.StartTicks > 0);
    }
}
