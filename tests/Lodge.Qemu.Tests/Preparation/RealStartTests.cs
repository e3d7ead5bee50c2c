using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Tests.Network;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>QEMU takes what is built for it, for guests as people have them.</summary>
public sealed class RealStartTests : IDisposable
{
    private readonly GuestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_pc_of_old_starts_and_is_set_up()
    {
        var definition = TypicalGuests.Pc(_bench.DiskPath);
        await using var guest = await _bench.StartAsync(definition);

        await GuestSetup.ApplyAsync(guest.Process.Monitor, definition, guest.Context);

        Assert.InRange(definition.Graphics[0].Port, _bench.FirstPort, _bench.FirstPort + 9);
        Assert.Equal("127.0.0.1", definition.Graphics[0].Listens[0].Address);
        Assert.True(Path.Exists(definition.Channels[0].Source.Path));
        Assert.Equal(2u, definition.Disks[0].Source.Index);
    }

    [Fact]
    public async Task A_pc_of_today_starts_with_uefi_tpm_and_spice()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/swtpm") && Directory.Exists("/usr/share/qemu/firmware"),
            "needs swtpm and UEFI firmware");
        var definition = TypicalGuests.Q35(_bench.DiskPath);
        await using var guest = await _bench.StartAsync(definition);

        await GuestSetup.ApplyAsync(guest.Process.Monitor, definition, guest.Context);

        Assert.True(File.Exists(definition.Os.Loader!.Nvram!.Path));
        Assert.True(File.Exists(_bench.DiskPath + ".log"));
        Assert.True(definition.Graphics[0].Port > 0);
    }

    [Fact]
    public async Task A_guest_on_a_bridge_has_its_link_there_while_it_runs()
    {
        ScratchBridge.SkipUnlessTapsCanBeMade();
        using var bridge = new ScratchBridge();
        var definition = TypicalGuests.Pc(_bench.DiskPath);
        definition.Interfaces[0].Type = InterfaceType.Bridge;
        definition.Interfaces[0].Source.Bridge = bridge.Name;
        definition.Interfaces[0].Driver.Queues = 2;

        await using (await _bench.StartAsync(definition))
        {
            Assert.Equal([definition.Interfaces[0].TargetDevice!], bridge.Ports());
        }

        Assert.Empty(bridge.Ports());
    }

    [Fact]
    public async Task A_start_that_fails_leaves_nothing_on_the_host()
    {
        var definition = TypicalGuests.Pc(_bench.DiskPath);
        definition.Interfaces[0].Type = InterfaceType.Bridge;
        definition.Interfaces[0].Source.Bridge = "nobridge0";
        var start = _bench.Prepare(definition);

        await Assert.ThrowsAsync<VirException>(async () => await GuestPreparation.PrepareAsync(start));
        await _bench.UndoAsync();

        Assert.False(Directory.Exists(start.Directories.Library));
        Assert.False(Directory.Exists(start.Directories.Channels));
        Assert.Equal(_bench.FirstPort, _bench.Services.DisplayPorts.Acquire());
    }

    [Fact]
    public async Task A_virtual_network_that_is_not_there_is_named()
    {
        var definition = TypicalGuests.Pc(_bench.DiskPath);
        definition.Interfaces[0].Type = InterfaceType.Network;
        definition.Interfaces[0].Source.Network = "nonet";

        var failure = await Assert.ThrowsAsync<VirException>(
            async () => await GuestPreparation.PrepareAsync(_bench.Prepare(definition)));
        await _bench.UndoAsync();

        Assert.Equal(VirErrorNumber.VIR_ERR_NO_NETWORK, failure.Code);
        Assert.Equal("Network not found: no network with matching name 'nonet'", failure.Message);
    }
}
