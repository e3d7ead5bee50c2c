using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Preparation;

public sealed class VdpaTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_device_that_is_there_is_opened_for_QEMU()
    {
        using var files = new GuestFiles();
        File.WriteAllText(_folder.Path("vhost-vdpa-0"), "");
        await OpenAsync(_folder.Path("vhost-vdpa-0"), files);
        Assert.True(files.Has(GuestFiles.Vdpa("net0")));
    }

    [Fact]
    public async Task A_device_that_is_not_there_is_named()
    {
        using var files = new GuestFiles();
        var refused = await Assert.ThrowsAsync<VirException>(async () => await OpenAsync("/dev/vhost-vdpa-99", files));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refused.Code);
        Assert.EndsWith(
            "Unable to open '/dev/vhost-vdpa-99' for vdpa device: No such file or directory", refused.Message);
    }

    [Fact]
    public void Each_device_locks_the_whole_memory()
    {
        var guest = new DomainDefinition { Memory = 2048 };
        guest.Interfaces.Add(Card("/dev/vhost-vdpa-0"));
        guest.Interfaces.Add(Card("/dev/vhost-vdpa-1"));
        Assert.Equal((2 * 2048ul + 1048576) * 1024, LockedMemory.LimitsOf(guest).Single().Value);
    }

    private static ValueTask OpenAsync(string path, GuestFiles files) => InterfaceOpening.OpenAsync(
        Card(path), new DomainDefinition { Name = "anna" }, new GuestServices(), files, _ => { }, default);

    private static Interface Card(string path)
    {
        var card = new Interface { Type = InterfaceType.Vdpa, Alias = "net0", Model = "virtio" };
        card.Source.Device = path;
        return card;
    }
}
