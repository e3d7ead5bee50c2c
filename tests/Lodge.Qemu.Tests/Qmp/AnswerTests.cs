using System.Text.Json;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Qemu.Tests.Qmp;

/// <summary>Answers that a small machine does not give, as QEMU's reference shows them.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_balloon_tells_what_it_knows()
    {
        var stats = Read(
            """{"stats": {"stat-htlb-pgalloc": 0, "stat-swap-out": 18446744073709551615, "stat-available-memory": 7, "stat-free-memory": 5, "stat-total-memory": 9, "stat-swap-in": -1}, "last-update": 1700000000}""",
            BalloonStats.Read);
        Assert.Equal(5UL, stats.Free);
        Assert.Equal(0UL, stats.HugetlbAllocations);
        Assert.Null(stats.SwapOut);
        Assert.Null(stats.SwapIn);
        Assert.Null(stats.MajorFaults);
        Assert.Equal(1700000000, stats.LastUpdate);
    }

    [Fact]
    public void A_migration_under_way_tells_how_far_it_is()
    {
        var state = Read(
            """{"status": "active", "total-time": 12345, "setup-time": 12, "expected-downtime": 300, "ram": {"transferred": 123, "remaining": 456, "total": 579, "mbps": 8.5, "duplicate": 1, "normal": 2, "normal-bytes": 8192, "dirty-pages-rate": 3, "dirty-sync-count": 4, "page-size": 4096}, "disk": {"transferred": 1, "remaining": 2, "total": 3}}""",
            MigrationState.Read);
        Assert.Equal(new MigrationMemory(new(123, 456, 579), 8.5, 1, 2, 8192, 3, 4, 4096), state.Memory);
        Assert.Equal(new MigrationProgress(1, 2, 3), state.Disk);
        Assert.Equal((12345L, 300L, (long?)null), (state.TotalTime, state.ExpectedDowntime, state.Downtime));
    }

    [Theory]
    [InlineData("{}", "none", null)]
    [InlineData(
        """{"status": "failed", "error-desc": "No space left on device"}""", "failed", "No space left on device")]
    public void A_migration_that_never_was_or_failed_says_so(string answer, string status, string? error)
    {
        var state = Read(answer, MigrationState.Read);
        Assert.Equal((status, error), (state.Status, state.Error));
    }

    [Fact]
    public void Statistics_of_a_disk_come_with_its_layers()
    {
        var stats = Read(
            """{"device": "", "qdev": "/machine/peripheral/virtio-disk0/virtio-backend", "node-name": "top", "stats": {"rd_operations": 1, "rd_bytes": 2, "wr_operations": 3, "wr_bytes": 4, "flush_operations": 5, "flush_total_time_ns": 6, "rd_total_time_ns": 7, "wr_total_time_ns": 8}, "parent": {"stats": {"wr_highest_offset": 9}}, "backing": {"node-name": "base", "stats": {"rd_operations": 10, "rd_bytes": 0, "wr_operations": 0, "wr_bytes": 0}}}""",
            BlockStats.Read);
        Assert.Equal("virtio-disk0", stats.Alias);
        Assert.Equal((1UL, 2UL, 7UL), (stats.ReadOperations, stats.ReadBytes, stats.ReadTime));
        Assert.Equal((3UL, 4UL, 8UL), (stats.WriteOperations, stats.WriteBytes, stats.WriteTime));
        Assert.Equal((5UL, 6UL, 9UL), (stats.FlushOperations, stats.FlushTime, stats.HighestOffset!.Value));
        Assert.Equal(10UL, stats.Backing!.ReadOperations);
        Assert.Null(stats.Backing.Alias);
    }

    [Theory]
    [InlineData("/machine/peripheral/sata0-0-0", "sata0-0-0")]
    [InlineData("/machine/peripheral/virtio-disk0/virtio-backend", "virtio-disk0")]
    [InlineData("ide0-0-0", "ide0-0-0")]
    [InlineData("/machine/unattached/device[23]", null)]
    public void A_device_is_known_by_its_alias(string qdev, string? alias) =>
        Assert.Equal(alias, new BlockDrive { QdevPath = qdev }.Alias);

    [Fact]
    public void A_drive_without_a_medium_is_empty()
    {
        var drive = Read(
            """{"io-status": "ok", "device": "", "locked": true, "removable": true, "qdev": "sata0-0-1", "tray_open": false, "type": "unknown"}""",
            BlockDrive.Read);
        Assert.Null(drive.Inserted);
        Assert.True(drive.IsLocked);
        Assert.False(drive.IsTrayOpen);
    }

    [Theory]
    [InlineData("""{"n": 18446744073709551615}""", ulong.MaxValue)]
    [InlineData("""{"n": -1}""", ulong.MaxValue)]
    [InlineData("""{"n": 7}""", 7UL)]
    public void Numbers_beyond_the_signed_ones_are_read(string json, ulong value) =>
        Assert.Equal(value, Read(json, element => element.Unsigned("n")));

    private static T Read<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        return read(document.RootElement);
    }
}
