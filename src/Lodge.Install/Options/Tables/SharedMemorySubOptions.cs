namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--shmem</c> takes.</summary>
internal static class SharedMemorySubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("name", "@name"),
        new("role", "@role"),
        new("model.type", "model/@type"),
        new("size", "size", Form.Whole),
        new("size.unit", "size/@unit"),
        new("server.path", "server/@path"),
        new("msi.vectors", "msi/@vectors", Form.Whole),
        new("msi.ioeventfd", "msi/@ioeventfd", Form.OnOff),
    ];
}
