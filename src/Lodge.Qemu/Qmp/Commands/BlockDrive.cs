using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>The drive of a disk device (QMP <c>query-block</c>).</summary>
public sealed record BlockDrive
{
    /// <summary>The QOM path or id of the device.</summary>
    public string? QdevPath { get; init; }

    /// <summary>Whether media can be changed.</summary>
    public bool IsRemovable { get; init; }

    /// <summary>Whether the guest has locked the tray.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the tray is open; null where there is none.</summary>
    public bool? IsTrayOpen { get; init; }

    /// <summary>
    /// <c>ok</c>, <c>failed</c> (reported to the guest) or <c>nospace</c>; null where errors do not stop the guest.
    /// </summary>
    public string? IoStatus { get; init; }

    /// <summary>What is in it, or null where it is empty.</summary>
    public BlockNode? Inserted { get; init; }

    /// <summary>The id of the device, for example <c>sata0-0-0</c>.</summary>
    public string? Alias => AliasOf(QdevPath);

    internal static string? AliasOf(string? qdevPath) => qdevPath?.Split('/') switch
    {
        ["", "machine", "peripheral", var alias, ..] => alias,
        [var id] => id,
        _ => null,
    };

    internal static BlockDrive Read(JsonElement json) => new()
    {
        QdevPath = json.OptionalText("qdev"),
        IsRemovable = json.Flag("removable"),
        IsLocked = json.Flag("locked"),
        IsTrayOpen = json.OptionalFlag("tray_open"),
        IoStatus = json.OptionalText("io-status"),
        Inserted = json.OptionalObject("inserted") is { } inserted ? BlockNode.Read(inserted) : null,
    };
}

/// <summary>A block node: one file, format or filter that a drive is made of.</summary>
public sealed record BlockNode
{
    /// <summary>Its name, or null.</summary>
    public string? NodeName { get; init; }

    /// <summary>QEMU's driver: <c>qcow2</c>, <c>raw</c>, <c>file</c> …</summary>
    public required string Driver { get; init; }

    /// <summary>The file, in QEMU's words.</summary>
    public required string File { get; init; }

    /// <summary>Whether it cannot be written to.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The size that the guest sees, in bytes.</summary>
    public ulong VirtualSize { get; init; }

    /// <summary>What it takes on the host's disk, in bytes; null where not told.</summary>
    public ulong? ActualSize { get; init; }

    /// <summary>The mark that a warning is asked for at; 0 for none.</summary>
    public ulong WriteThreshold { get; init; }

    /// <summary>The limits in force.</summary>
    public required BlockThrottle Throttle { get; init; }

    internal static BlockNode Read(JsonElement json)
    {
        var image = json.OptionalObject("image");
        return new BlockNode
        {
            NodeName = json.OptionalText("node-name"),
            Driver = json.Text("drv"),
            File = json.Text("file"),
            IsReadOnly = json.Flag("ro"),
            VirtualSize = image?.OptionalUnsigned("virtual-size") ?? 0,
            ActualSize = image?.OptionalUnsigned("actual-size"),
            WriteThreshold = json.OptionalUnsigned("write_threshold") ?? 0,
            Throttle = BlockThrottle.Read(json),
        };
    }
}
