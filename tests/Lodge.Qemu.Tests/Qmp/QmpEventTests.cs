using System.Text.Json;
using Lodge.Qemu.Qmp.Events;

namespace Lodge.Qemu.Tests.Qmp;

public sealed class QmpEventTests
{
    public static TheoryData<string, string, QmpEvent> Events => new()
    {
        { "SHUTDOWN", """{"guest": true, "reason": "guest-shutdown"}""", new ShutdownEvent(true, "guest-shutdown") },
        { "POWERDOWN", "{}", new PowerdownEvent() },
        { "RESET", """{"guest": false, "reason": "host-qmp-system-reset"}""", new ResetEvent(
            false, "host-qmp-system-reset") },
        { "RTC_CHANGE", """{"offset": -3600, "qom-path": "/x"}""", new RtcChangeEvent(-3600) },
        { "WATCHDOG", """{"action": "pause"}""", new WatchdogEvent("pause") },
        { "GUEST_PANICKED", """{"action": "pause", "info": {"type": "hyper-v"}}""", new GuestPanickedEvent(
            "pause", """{"type": "hyper-v"}""") },
        { "BALLOON_CHANGE", """{"actual": 1073741824}""", new BalloonChangeEvent(1073741824) },
        { "DEVICE_DELETED", """{"path": "/machine/peripheral-anon/device[0]"}""", new DeviceDeletedEvent(
            null, "/machine/peripheral-anon/device[0]") },
        { "DEVICE_TRAY_MOVED", """{"device": "", "id": "sata0-0-0", "tray-open": true}""", new TrayMovedEvent(
            "", "sata0-0-0", true) },
        { "VSERPORT_CHANGE", """{"id": "channel0", "open": true}""", new ChannelChangeEvent("channel0", true) },
        { "BLOCK_IO_ERROR", """{"device": "", "qom-path": "/machine/peripheral/virtio-disk0/virtio-backend", "node-name": "libvirt-1-format", "operation": "write", "action": "stop", "nospace": true, "reason": "No space left on device"}""",
            new BlockIoErrorEvent("/machine/peripheral/virtio-disk0/virtio-backend", "libvirt-1-format", true, "stop",
                true, "No space left on device") },
        { "JOB_STATUS_CHANGE", """{"status": "ready", "id": "drive-mirror"}""", new JobStatusEvent(
            "drive-mirror", "ready") },
        { "BLOCK_JOB_COMPLETED",
            """{"type": "commit", "device": "j", "len": 10, "offset": 4, "speed": 0, "error": "Input/output error"}""",
            new BlockJobEvent(BlockJobOutcome.Completed, "j", "commit", 10, 4, "Input/output error") },
        { "VNC_CONNECTED", """{"server": {"auth": "none", "family": "ipv4", "service": "5900", "host": "127.0.0.1", "websocket": false}, "client": {"family": "ipv4", "service": "40000", "host": "127.0.0.1", "websocket": false}}""",
            new GraphicsEvent(GraphicsPhase.Connect, new GraphicsPeer("ipv4", "127.0.0.1", "5900", "none"),
                new GraphicsPeer("ipv4", "127.0.0.1", "40000", null), null, null) },
        { "SPICE_DISCONNECTED", """{"server": {"port": "5901", "family": "ipv4", "host": "127.0.0.1"}, "client": {"port": "52873", "family": "ipv4", "host": "127.0.0.1"}}""",
            new GraphicsEvent(GraphicsPhase.Disconnect, new GraphicsPeer("ipv4", "127.0.0.1", "5901", null),
                new GraphicsPeer("ipv4", "127.0.0.1", "52873", null), null, null) },
        { "MIGRATION", """{"status": "completed"}""", new MigrationEvent("completed") },
        { "DUMP_COMPLETED", """{"result": {"total": 10, "completed": 10, "status": "completed"}}""",
            new DumpCompletedEvent("completed", 10, 10, null) },
        { "MEMORY_FAILURE", """{"recipient": "hypervisor", "action": "fatal", "flags": {"action-required": true, "recursive": false}}""", new MemoryFailureEvent("hypervisor", "fatal", true, false) },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_event_has_its_type(string name, string data, QmpEvent expected)
    {
        var read = Read($$"""{"timestamp": {"seconds": 1401385907, "microseconds": 422329}, "event": "{{name}}", "data": {{data}}}""");
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1401385907).AddMicroseconds(422329), read.Time);
        Assert.Equal(expected with { Time = read.Time }, read);
    }

    [Theory]
    [InlineData("""{"event": "NEW_THING", "data": {"a": 1}}""", """{"a": 1}""")]
    [InlineData("""{"event": "NEW_THING"}""", "{}")]
    [InlineData("""{"event": "WATCHDOG"}""", "{}")]
    [InlineData("""{"event": "WATCHDOG", "data": {"action": 7}}""", """{"action": 7}""")]
    [InlineData("""{"event": "BALLOON_CHANGE", "data": {"actual": 1e99}}""", """{"actual": 1e99}""")]
    [InlineData("""{"event": "VNC_CONNECTED", "data": {"client": 1}}""", """{"client": 1}""")]
    public void An_unknown_or_damaged_event_is_handed_on_as_it_came(string message, string data) =>
        Assert.Equal(data, Assert.IsType<OtherQmpEvent>(Read(message)).Data);

    [Theory]
    [InlineData("""{"seconds": -1, "microseconds": -1}""")]
    [InlineData("""{"seconds": 9223372036854775807, "microseconds": 0}""")]
    [InlineData("""{"seconds": 1, "microseconds": 9223372036854775807}""")]
    [InlineData("[]")]
    public void A_time_that_cannot_be_is_left_out(string time) =>
        Assert.Equal(default, Read($$"""{"timestamp": {{time}}, "event": "STOP"}""").Time);

    private static QmpEvent Read(string message)
    {
        using var document = JsonDocument.Parse(message);
        return QmpEventReader.Read(document.RootElement);
    }
}
