namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--qemu-commandline</c> takes.</summary>
internal static class QemuCommandlineSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("args", Takes: Takes.Commas),
        new("env", Takes: Takes.Commas),
    ];
}
