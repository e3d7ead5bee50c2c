namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--blkiotune</c> takes.</summary>
internal static class BlkioTuneSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("weight", "weight", Form.Whole),
        new("device[0-9]*.path", "device[]/path") { Aliases = ["device_path"] },
        new("device[0-9]*.weight", "device[]/weight") { Aliases = ["device_weight"] },
        new("device[0-9]*.read_bytes_sec", "device[]/read_bytes_sec", Form.Whole) { Aliases = ["read_bytes_sec"] },
        new("device[0-9]*.write_bytes_sec", "device[]/write_bytes_sec", Form.Whole) { Aliases = ["write_bytes_sec"] },
        new("device[0-9]*.read_iops_sec", "device[]/read_iops_sec", Form.Whole) { Aliases = ["read_iops_sec"] },
        new("device[0-9]*.write_iops_sec", "device[]/write_iops_sec", Form.Whole) { Aliases = ["write_iops_sec"] },
    ];
}
