using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>How much a disk may do: bytes and operations a second; 0 for as much as it can.</summary>
/// <remarks>Source: QEMU's <c>BlockIOThrottle</c>; <c>docs/throttle.txt</c> tells what bursts are.</remarks>
public sealed record BlockThrottle
{
    /// <summary>Bytes a second, reads and writes.</summary>
    public ulong Bytes { get; init; }

    /// <summary>Bytes a second, reads.</summary>
    public ulong ReadBytes { get; init; }

    /// <summary>Bytes a second, writes.</summary>
    public ulong WriteBytes { get; init; }

    /// <summary>Operations a second, reads and writes.</summary>
    public ulong Operations { get; init; }

    /// <summary>Operations a second, reads.</summary>
    public ulong ReadOperations { get; init; }

    /// <summary>Operations a second, writes.</summary>
    public ulong WriteOperations { get; init; }

    /// <summary>As <see cref="Bytes"/>, in a burst.</summary>
    public ulong BytesMax { get; init; }

    /// <summary>As <see cref="ReadBytes"/>, in a burst.</summary>
    public ulong ReadBytesMax { get; init; }

    /// <summary>As <see cref="WriteBytes"/>, in a burst.</summary>
    public ulong WriteBytesMax { get; init; }

    /// <summary>As <see cref="Operations"/>, in a burst.</summary>
    public ulong OperationsMax { get; init; }

    /// <summary>As <see cref="ReadOperations"/>, in a burst.</summary>
    public ulong ReadOperationsMax { get; init; }

    /// <summary>As <see cref="WriteOperations"/>, in a burst.</summary>
    public ulong WriteOperationsMax { get; init; }

    /// <summary>How many bytes count as one operation; 0 for any number.</summary>
    public ulong OperationSize { get; init; }

    /// <summary>The group that shares the limits, or null.</summary>
    public string? Group { get; init; }

    /// <summary>How many seconds a burst of <see cref="BytesMax"/> may take; 0 for QEMU's choice, 1.</summary>
    public ulong BytesMaxLength { get; init; }

    /// <summary>As <see cref="BytesMaxLength"/>, reads.</summary>
    public ulong ReadBytesMaxLength { get; init; }

    /// <summary>As <see cref="BytesMaxLength"/>, writes.</summary>
    public ulong WriteBytesMaxLength { get; init; }

    /// <summary>How many seconds a burst of <see cref="OperationsMax"/> may take; 0 for QEMU's choice, 1.</summary>
    public ulong OperationsMaxLength { get; init; }

    /// <summary>As <see cref="OperationsMaxLength"/>, reads.</summary>
    public ulong ReadOperationsMaxLength { get; init; }

    /// <summary>As <see cref="OperationsMaxLength"/>, writes.</summary>
    public ulong WriteOperationsMaxLength { get; init; }

    internal void Write(Utf8JsonWriter json, string id)
    {
        json.WriteString("id", id);
        json.WriteNumber("bps", Bytes);
        json.WriteNumber("bps_rd", ReadBytes);
        json.WriteNumber("bps_wr", WriteBytes);
        json.WriteNumber("iops", Operations);
        json.WriteNumber("iops_rd", ReadOperations);
        json.WriteNumber("iops_wr", WriteOperations);
        json.WriteNumber("bps_max", BytesMax);
        json.WriteNumber("bps_rd_max", ReadBytesMax);
        json.WriteNumber("bps_wr_max", WriteBytesMax);
        json.WriteNumber("iops_max", OperationsMax);
        json.WriteNumber("iops_rd_max", ReadOperationsMax);
        json.WriteNumber("iops_wr_max", WriteOperationsMax);
        json.WriteNumber("iops_size", OperationSize);
        if (Group is not null) json.WriteString("group", Group);

        // QEMU refuses a length without its burst, so what is not set is not sent.
        WritePositive(json, "bps_max_length", BytesMaxLength);
        WritePositive(json, "bps_rd_max_length", ReadBytesMaxLength);
        WritePositive(json, "bps_wr_max_length", WriteBytesMaxLength);
        WritePositive(json, "iops_max_length", OperationsMaxLength);
        WritePositive(json, "iops_rd_max_length", ReadOperationsMaxLength);
        WritePositive(json, "iops_wr_max_length", WriteOperationsMaxLength);
    }

    internal static BlockThrottle Read(JsonElement json) => new()
    {
        Bytes = json.OptionalUnsigned("bps") ?? 0,
        ReadBytes = json.OptionalUnsigned("bps_rd") ?? 0,
        WriteBytes = json.OptionalUnsigned("bps_wr") ?? 0,
        Operations = json.OptionalUnsigned("iops") ?? 0,
        ReadOperations = json.OptionalUnsigned("iops_rd") ?? 0,
        WriteOperations = json.OptionalUnsigned("iops_wr") ?? 0,
        BytesMax = json.OptionalUnsigned("bps_max") ?? 0,
        ReadBytesMax = json.OptionalUnsigned("bps_rd_max") ?? 0,
        WriteBytesMax = json.OptionalUnsigned("bps_wr_max") ?? 0,
        OperationsMax = json.OptionalUnsigned("iops_max") ?? 0,
        ReadOperationsMax = json.OptionalUnsigned("iops_rd_max") ?? 0,
        WriteOperationsMax = json.OptionalUnsigned("iops_wr_max") ?? 0,
        OperationSize = json.OptionalUnsigned("iops_size") ?? 0,
        Group = json.OptionalText("group"),
        BytesMaxLength = json.OptionalUnsigned("bps_max_length") ?? 0,
        ReadBytesMaxLength = json.OptionalUnsigned("bps_rd_max_length") ?? 0,
        WriteBytesMaxLength = json.OptionalUnsigned("bps_wr_max_length") ?? 0,
        OperationsMaxLength = json.OptionalUnsigned("iops_max_length") ?? 0,
        ReadOperationsMaxLength = json.OptionalUnsigned("iops_rd_max_length") ?? 0,
        WriteOperationsMaxLength = json.OptionalUnsigned("iops_wr_max_length") ?? 0,
    };

    private static void WritePositive(Utf8JsonWriter json, string name, ulong value)
    {
        if (value > 0) json.WriteNumber(name, value);
    }
}
