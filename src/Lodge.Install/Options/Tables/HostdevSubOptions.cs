namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--hostdev</c> takes.</summary>
internal static class HostdevSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("boot.order", "boot/@order", Form.Whole) { Aliases = ["boot_order"] },
        new("type", "@type"),
        new("name"),
        new("driver.name", "driver/@name") { Aliases = ["driver_name"] },
        new("rom.bar", "rom/@bar", Form.OnOff, Takes.Switch) { Aliases = ["rom_bar"] },
    ];
}
