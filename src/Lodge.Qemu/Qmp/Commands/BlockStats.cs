using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>
/// What a drive or node did since QEMU started (QMP <c>query-blockstats</c>). Sizes are in bytes, times in nanoseconds.
/// </summary>
public sealed record BlockStats
{
    /// <summary>
    /// The QOM path of the device, for example <c>/machine/peripheral/virtio-disk0/virtio-backend</c>; null for a bare
    /// node.
    /// </summary>
    public string? QdevPath { get; init; }

    /// <summary>The block node, or null.</summary>
    public string? NodeName { get; init; }

    /// <summary>Reads done.</summary>
    public ulong ReadOperations { get; init; }

    /// <summary>Bytes read.</summary>
    public ulong ReadBytes { get; init; }

    /// <summary>Time that reads took together.</summary>
    public ulong ReadTime { get; init; }

    /// <summary>Writes done.</summary>
    public ulong WriteOperations { get; init; }

    /// <summary>Bytes written.</summary>
    public ulong WriteBytes { get; init; }

    /// <summary>Time that writes took together.</summary>
    public ulong WriteTime { get; init; }

    /// <summary>Flushes done.</summary>
    public ulong FlushOperations { get; init; }

    /// <summary>Time that flushes took together.</summary>
    public ulong FlushTime { get; init; }

    /// <summary>The highest byte that was written to in the file below, or null where not told.</summary>
    public ulong? HighestOffset { get; init; }

    /// <summary>The layer below, or null.</summary>
    public BlockStats? Backing { get; init; }

    /// <summary>The id of the device, for example <c>virtio-disk0</c>; null for a bare node.</summary>
    public string? Alias => BlockDrive.AliasOf(QdevPath);

    internal static BlockStats Read(JsonElement json)
    {
        var stats = json.GetProperty("stats");
        return new BlockStats
        {
            QdevPath = json.OptionalText("qdev"),
            NodeName = json.OptionalText("node-name"),
            ReadOperations = stats.Unsigned("rd_operations"),
            ReadBytes = stats.Unsigned("rd_bytes"),
            ReadTime = stats.OptionalUnsigned("rd_total_time_ns") ?? 0,
            WriteOperations = stats.Unsigned("wr_operations"),
            WriteBytes = stats.Unsigned("wr_bytes"),
            WriteTime = stats.OptionalUnsigned("wr_total_time_ns") ?? 0,
            FlushOperations = stats.OptionalUnsigned("flush_operations") ?? 0,
            FlushTime = stats.OptionalUnsigned("flush_total_time_ns") ?? 0,
            HighestOffset = json.OptionalObject("parent")?.OptionalObject("stats")
                ?.OptionalUnsigned("wr_highest_offset"),
            Backing = json.OptionalObject("backing") is { } backing ? Read(backing) : null,
        };
    }
}
