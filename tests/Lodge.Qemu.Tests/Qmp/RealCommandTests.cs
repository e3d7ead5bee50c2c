using Lodge.Protocol.Errors;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Qemu.Qmp.Events;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Qmp;

/// <summary>Typed commands against a real QEMU: their names, arguments and answers are QEMU's.</summary>
public sealed class RealCommandTests : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();
    private QemuProcess? _qemu;

    private QmpClient Monitor => _qemu!.Monitor;

    public async ValueTask InitializeAsync()
    {
        EmptyMachine.SkipWithoutQemu();
        var disk = _folder.Path("disk.raw");
        await using (var file = File.Create(disk)) file.SetLength(1 << 20);
        _qemu = await QemuProcess.StartAsync(EmptyMachine.Plan(
            _folder,
            "-smp", "1,maxcpus=2", "-device", "virtio-balloon-pci,id=balloon0", "-object", "iothread,id=iothread1",
            "-device", "VGA,id=video0", "-vnc", "unix:" + _folder.Path("vnc.sock") + ",password=on",
            "-chardev", "pty,id=charserial0", "-device", "isa-serial,chardev=charserial0,id=serial0",
            "-netdev", "user,id=hostnet0", "-device", "virtio-net-pci,netdev=hostnet0,id=net0",
            "-blockdev", $"driver=file,filename={disk},node-name=store", "-blockdev",
            "driver=raw,file=store,node-name=format",
            "-device", "virtio-blk-pci,drive=format,id=virtio-disk0,werror=stop,rerror=stop"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_qemu is not null) await _qemu.StopAsync(QemuStop.Destroy);
        _qemu?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_state_follows_the_commands()
    {
        Assert.Equal(new QmpStatus(false, "prelaunch"), await Monitor.QueryStatusAsync());
        await Monitor.ContAsync();
        Assert.Equal(new QmpStatus(true, "running"), await Monitor.QueryStatusAsync());
        await Monitor.StopAsync();
        Assert.Equal("paused", (await Monitor.QueryStatusAsync()).Status);
        await Monitor.ResetAsync();
        await Monitor.PowerdownAsync();
        await Monitor.InjectNmiAsync();
        await Monitor.SetActionAsync(reboot: "shutdown", watchdog: "pause");
        var names = new List<string>();
        while (names.Count < 4) names.Add((await Monitor.Events.ReadAsync()).GetType().Name);
        Assert.Contains(nameof(ResumeEvent), names);
        Assert.Contains(nameof(StopEvent), names);
    }

    [Fact]
    public async Task Memory_and_balloon()
    {
        Assert.Equal(64UL << 20, await Monitor.QueryBalloonAsync());
        Assert.Equal((64UL << 20, 0UL), await Monitor.QueryMemorySizeAsync());
        await Monitor.SetBalloonAsync(48UL << 20);
        await Monitor.SetBalloonPollingAsync("balloon0", 10);
        var stats = await Monitor.GetBalloonStatsAsync("balloon0");
        Assert.Null(stats.Free);
        Assert.Equal(0, stats.LastUpdate);
    }

    [Fact]
    public async Task Cpus_are_plugged_into_the_places_there_are()
    {
        var cpu = Assert.Single(await Monitor.QueryCpusFastAsync());
        Assert.True(Directory.Exists($"/proc/{_qemu!.Identity.Pid}/task/{cpu.ThreadId}"));
        var free = Assert.Single(await Monitor.QueryHotpluggableCpusAsync(), slot => slot.QomPath is null);
        await Monitor.DeviceAddAsync(json =>
        {
            json.WriteString("driver", free.Type);
            json.WriteString("id", "vcpu1");
            json.WriteNumber("socket-id", free.Place.SocketId!.Value);
            json.WriteNumber("core-id", free.Place.CoreId!.Value);
            json.WriteNumber("thread-id", free.Place.ThreadId!.Value);
        });
        Assert.Contains(await Monitor.QueryHotpluggableCpusAsync(), slot => slot.Alias == "vcpu1");
        Assert.Equal(2, (await Monitor.QueryCpusFastAsync()).Length);
        Assert.Equal("iothread1", Assert.Single(await Monitor.QueryIoThreadsAsync()).Id);
    }

    [Fact]
    public async Task Disks_tell_and_obey()
    {
        Assert.Equal("virtio-disk0", Assert.Single(await Monitor.QueryBlockAsync()).Alias);
        var stats = Assert.Single(await Monitor.QueryBlockStatsAsync());
        Assert.Equal("virtio-disk0", stats.Alias);
        Assert.Equal(0UL, stats.WriteBytes);
        Assert.Contains(await Monitor.QueryBlockNodeStatsAsync(), node => node.NodeName == "store");
        await Monitor.BlockResizeAsync("format", 2 << 20);
        await Monitor.SetBlockThrottleAsync(
            "/machine/peripheral/virtio-disk0/virtio-backend",
            new BlockThrottle { ReadBytes = 1000, ReadBytesMax = 2000, ReadBytesMaxLength = 3 });
        await Monitor.SetWriteThresholdAsync("format", 1 << 20);
        var format = (await Monitor.QueryNamedBlockNodesAsync()).Single(node => node.NodeName == "format");
        Assert.Equal(2UL << 20, format.VirtualSize);
        Assert.Equal(1UL << 20, format.WriteThreshold);
        var throttle = Assert.Single(await Monitor.QueryBlockAsync()).Inserted!.Throttle;
        Assert.Equal((1000UL, 2000UL, 3UL), (throttle.ReadBytes, throttle.ReadBytesMax, throttle.ReadBytesMaxLength));
        Assert.Empty(await Monitor.QueryJobsAsync());
        Assert.Empty(await Monitor.QueryBlockJobsAsync());
    }

    [Fact]
    public async Task Character_devices_screens_and_keys()
    {
        var serial = (await Monitor.QueryChardevAsync()).Single(device => device.Label == "charserial0");
        Assert.StartsWith("/dev/pts/", serial.PseudoTerminal, StringComparison.Ordinal);
        Assert.Equal("unix", Assert.Single(await Monitor.QueryVncAsync()).Family);
        await Monitor.SetPasswordAsync("vnc", "secret", "keep");
        await Monitor.ExpirePasswordAsync("vnc", "never");
        await Monitor.SendKeyAsync([29, 56, 83], 10);
        await Monitor.ScreendumpAsync(_folder.Path("screen.ppm"), "video0");
        Assert.Equal("P6", (await File.ReadAllTextAsync(_folder.Path("screen.ppm")))[..2]);
        Assert.StartsWith(
            "VM status: paused", await Monitor.HumanMonitorCommandAsync("info status"), StringComparison.Ordinal);
        await Monitor.SetLinkAsync("net0", false);
        Assert.Contains("virtio-disk0", await Monitor.ListDeviceAliasesAsync());
    }

    [Fact]
    public async Task Files_are_handed_over_one_by_one()
    {
        using var first = File.OpenHandle(_folder.Path("a"), FileMode.Create, FileAccess.Write);
        using var second = File.OpenHandle(_folder.Path("b"), FileMode.Create, FileAccess.Write);
        await Task.WhenAll(Monitor.GetFdAsync("one", first), Monitor.GetFdAsync("two", second));
        await Task.WhenAll(Monitor.CloseFdAsync("one"), Monitor.CloseFdAsync("two"));
        var set = await Monitor.AddFdAsync("for the test", first);
        await Monitor.RemoveFdAsync(set);
        var unknown = await Assert.ThrowsAsync<VirException>(() => Monitor.CloseFdAsync("three"));
        Assert.Equal("GenericError", Assert.IsType<QmpRefusedException>(unknown.InnerException).ErrorClass);
    }

    [Fact]
    public async Task A_guest_is_saved_into_a_file()
    {
        using var file = File.OpenHandle(_folder.Path("saved"), FileMode.Create, FileAccess.ReadWrite);
        await Monitor.MigrateSetCapabilitiesAsync([("events", true)]);
        await Monitor.GetFdAsync("migrate", file);
        await Monitor.MigrateAsync("fd:migrate");
        while (await Monitor.Events.ReadAsync() is not MigrationEvent { Status: "completed" })
        {
        }

        var state = await Monitor.QueryMigrateAsync();
        Assert.Equal("completed", state.Status);
        Assert.True(state.Memory!.Progress.Transferred > 0);
        Assert.True(RandomAccess.GetLength(file) > 0);
        Assert.Contains((await Monitor.QueryStatusAsync()).Status, (string[])["finish-migrate", "postmigrate"]);
        Assert.Contains("elf", await Monitor.QueryDumpFormatsAsync());
        Assert.Equal("none", (await Monitor.QueryDumpAsync()).Status);
    }
}
