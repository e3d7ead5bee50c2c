using Lodge.Host.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.Facts;

public sealed class HugePagePoolTests : IDisposable
{
    private const string Pages = "/sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages";

    private readonly FakeHost _host = new FakeHost().With(Pages, "3\n");

    [Theory]
    [InlineData(2, true, 5)]
    [InlineData(2, false, 2)]
    [InlineData(0, true, 3)]
    [InlineData(0, false, 0)]
    public void Pages_are_added_to_those_there_or_take_their_place(ulong count, bool isAdded, int now)
    {
        new HugePagePool(_host.Files).Resize(0, 2048, count, isAdded);
        Assert.Equal(now, _host.Files.Number(Pages));
    }

    [Fact]
    public void Pages_of_the_system_or_of_a_size_that_is_not_there_are_refused()
    {
        var pool = new HugePagePool(_host.Files);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
            Assert.Throws<VirException>(() => pool.Resize(0, 4, 1, true)).Code);
        Assert.Contains(
            "page size 1234 is not available",
            Assert.Throws<VirException>(() => pool.Resize(0, 1234, 1, true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_merged_pages_are_read_and_set()
    {
        _host.With("/sys/kernel/mm/ksm/sleep_millisecs", "20\n");
        var shared = new SharedMemory(_host.Files);

        Assert.Equal(20UL, shared.Read("shm_sleep_millisecs"));
        Assert.False(shared.Has("shm_pages_to_scan"));
        shared.Write("shm_sleep_millisecs", 30);
        Assert.Equal(30UL, shared.Read("shm_sleep_millisecs"));
    }

    public void Dispose() => _host.Dispose();
}
