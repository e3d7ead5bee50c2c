using Lodge.Qemu.Probing;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Probing;

public sealed class RealProbeTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public RealProbeTests() => EmptyMachine.SkipWithoutQemu();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_binary_is_asked_once_and_known_after_a_restart()
    {
        var probed = await NewCache().GetAsync(EmptyMachine.Emulator, CancellationToken.None);
        Assert.Equal("x86_64", probed.Architecture);
        Assert.True(probed.Version >= 4_002_000);
        Assert.False(probed.KvmUsable);
        Assert.True(probed.Has(QemuCapability.Tcg));
        Assert.True(probed.HasCommand("query-status"));
        Assert.True(probed.HasDeviceProperty("virtio-net-pci", "mac"));
        Assert.NotNull(probed.Machine("q35"));
        Assert.NotEmpty(probed.Accelerator(kvm: false)!.CpuModels);

        var file = Assert.Single(Directory.GetFiles(_folder.Path("cache")));
        var written = File.GetLastWriteTimeUtc(file);
        var again = await NewCache().GetAsync(EmptyMachine.Emulator, CancellationToken.None);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.Equal(probed.All(), again.All());
    }

    [Fact]
    public async Task A_damaged_file_is_asked_for_anew()
    {
        var probed = await NewCache().GetAsync(EmptyMachine.Emulator, CancellationToken.None);
        var file = Assert.Single(Directory.GetFiles(_folder.Path("cache")));
        await File.WriteAllTextAsync(file, "{\"format\": 1");
        var again = await NewCache().GetAsync(EmptyMachine.Emulator, CancellationToken.None);
        Assert.Equal(probed.All(), again.All());
    }

    [Fact]
    public async Task A_binary_that_is_not_there_is_named()
    {
        var cache = NewCache();
        var failure = await Assert.ThrowsAsync<Lodge.Protocol.Errors.VirException>(
            () => cache.GetAsync("/no/such/qemu", CancellationToken.None).AsTask());
        Assert.Equal("Cannot check QEMU binary /no/such/qemu: No such file or directory", failure.Message);
    }

    private QemuCapabilitiesCache NewCache() => new(_folder.Path("cache"), () => false);
}
