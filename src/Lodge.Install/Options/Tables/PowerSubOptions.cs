namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--pm</c> takes.</summary>
internal static class PowerSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("suspend_to_mem.enabled", "suspend-to-mem/@enabled", Form.YesNo, Takes.Switch)
        {
            Aliases = ["suspend_to_mem"]
        },
        new("suspend_to_disk.enabled", "suspend-to-disk/@enabled", Form.YesNo, Takes.Switch)
        {
            Aliases = ["suspend_to_disk"]
        },
    ];
}
