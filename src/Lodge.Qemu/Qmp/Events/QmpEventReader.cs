using System.Text.Json;

namespace Lodge.Qemu.Qmp.Events;

/// <summary>Makes typed events of QMP's.</summary>
internal static class QmpEventReader
{
    public static QmpEvent Read(JsonElement message)
    {
        var name = message.GetProperty("event").GetString() ?? "";
        var data = message.TryGetProperty("data", out var given) ? given : default;
        QmpEvent known;
        try
        {
            known = Read(name, data);
        }
        catch (Exception cause) when (cause is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            known = Other(name, data);
        }

        return known with { Time = ReadTime(message) };
    }

    private static QmpEvent Read(string name, JsonElement data) => name switch
    {
        "SHUTDOWN" => new ShutdownEvent(data.Flag("guest"), data.OptionalText("reason") ?? ""),
        "POWERDOWN" => new PowerdownEvent(),
        "RESET" => new ResetEvent(data.Flag("guest"), data.OptionalText("reason") ?? ""),
        "STOP" => new StopEvent(),
        "RESUME" => new ResumeEvent(),
        "SUSPEND" => new SuspendEvent(),
        "SUSPEND_DISK" => new SuspendDiskEvent(),
        "WAKEUP" => new WakeupEvent(),
        "RTC_CHANGE" => new RtcChangeEvent(data.Integer("offset")),
        "WATCHDOG" => new WatchdogEvent(data.Text("action")),
        "GUEST_PANICKED" => new GuestPanickedEvent(data.Text("action"), data.OptionalJson("info")),
        "GUEST_CRASHLOADED" => new GuestCrashloadedEvent(data.Text("action")),
        "BALLOON_CHANGE" => new BalloonChangeEvent(data.Unsigned("actual")),
        "DEVICE_DELETED" => new DeviceDeletedEvent(data.OptionalText("device"), data.Text("path")),
        "DEVICE_UNPLUG_GUEST_ERROR" => new DeviceUnplugErrorEvent(data.OptionalText("device"), data.Text("path")),
        "MEM_UNPLUG_ERROR" => new DeviceUnplugErrorEvent(data.OptionalText("device"), ""),
        "DEVICE_TRAY_MOVED" => new TrayMovedEvent(data.Text("device"), data.Text("id"), data.Flag("tray-open")),
        "VSERPORT_CHANGE" => new ChannelChangeEvent(data.Text("id"), data.Flag("open")),
        "NIC_RX_FILTER_CHANGED" => new ReceiveFilterChangedEvent(data.OptionalText("name"), data.Text("path")),
        "MEMORY_DEVICE_SIZE_CHANGE" => new MemoryDeviceSizeEvent(data.OptionalText("id") ?? "", data.Unsigned("size")),
        "MEMORY_FAILURE" => ReadMemoryFailure(data),
        "PR_MANAGER_STATUS_CHANGED" => new ReservationServerEvent(data.Text("id"), data.Flag("connected")),
        "BLOCK_IO_ERROR" => ReadBlockIoError(data),
        "BLOCK_WRITE_THRESHOLD" => new WriteThresholdEvent(
            data.Text("node-name"), data.Unsigned("amount-exceeded"), data.Unsigned("write-threshold")),
        "JOB_STATUS_CHANGE" => new JobStatusEvent(data.Text("id"), data.Text("status")),
        "BLOCK_JOB_COMPLETED" => ReadBlockJob(BlockJobOutcome.Completed, data),
        "BLOCK_JOB_CANCELLED" => ReadBlockJob(BlockJobOutcome.Cancelled, data),
        "BLOCK_JOB_READY" => ReadBlockJob(BlockJobOutcome.Ready, data),
        "VNC_CONNECTED" or "SPICE_CONNECTED" => ReadGraphics(GraphicsPhase.Connect, data),
        "VNC_INITIALIZED" or "SPICE_INITIALIZED" => ReadGraphics(GraphicsPhase.Initialize, data),
        "VNC_DISCONNECTED" or "SPICE_DISCONNECTED" => ReadGraphics(GraphicsPhase.Disconnect, data),
        "SPICE_MIGRATE_COMPLETED" => new SpiceMigratedEvent(),
        "MIGRATION" => new MigrationEvent(data.Text("status")),
        "MIGRATION_PASS" => new MigrationPassEvent((int)data.Integer("pass")),
        "DUMP_COMPLETED" => ReadDump(data),
        _ => Other(name, data),
    };

    private static OtherQmpEvent Other(string name, JsonElement data) =>
        new(name, data.ValueKind == JsonValueKind.Undefined ? "{}" : data.GetRawText());

    private static DateTimeOffset ReadTime(JsonElement message)
    {
        if (message.OptionalObject("timestamp") is not { } time) return default;
        var seconds = time.OptionalInteger("seconds") ?? 0;
        var microseconds = time.OptionalInteger("microseconds") ?? 0;

        // QEMU sends -1 for both where the clock failed; a hostile one sends anything.
        return seconds is < 0 or > 253_402_300_798 || microseconds is < 0 or > 999_999
            ? default
            : DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(microseconds);
    }

    private static MemoryFailureEvent ReadMemoryFailure(JsonElement data)
    {
        var flags = data.GetProperty("flags");
        return new MemoryFailureEvent(
            data.Text("recipient"), data.Text("action"), flags.Flag("action-required"), flags.Flag("recursive"));
    }

    private static BlockIoErrorEvent ReadBlockIoError(JsonElement data) => new(
        data.OptionalText("qom-path") is { Length: > 0 } path && data.Text("device").Length == 0
            ? path
            : data.Text("device"),
        data.OptionalText("node-name"),
        data.Text("operation") == "write",
        data.Text("action"),
        data.OptionalFlag("nospace") ?? false,
        data.OptionalText("reason") ?? "");

    private static BlockJobEvent ReadBlockJob(BlockJobOutcome outcome, JsonElement data) => new(
        outcome,
        data.Text("device"),
        data.Text("type"),
        data.Integer("len"),
        data.Integer("offset"),
        data.OptionalText("error"));

    private static GraphicsEvent ReadGraphics(GraphicsPhase phase, JsonElement data)
    {
        var client = data.GetProperty("client");
        return new GraphicsEvent(
            phase,
            ReadPeer(data.GetProperty("server")),
            ReadPeer(client),
            client.OptionalText("x509_dname"),
            client.OptionalText("sasl_username"));
    }

    private static GraphicsPeer ReadPeer(JsonElement peer) => new(
        peer.Text("family"),
        peer.OptionalText("host") ?? "",
        peer.OptionalText("service") ?? peer.OptionalText("port") ?? "",
        peer.OptionalText("auth"));

    private static DumpCompletedEvent ReadDump(JsonElement data)
    {
        var result = data.GetProperty("result");
        return new DumpCompletedEvent(
            result.Text("status"), result.Unsigned("completed"), result.Unsigned("total"), data.OptionalText("error"));
    }
}
