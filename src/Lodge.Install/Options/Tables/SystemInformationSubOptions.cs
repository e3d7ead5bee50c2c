namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--sysinfo</c> takes.</summary>
internal static class SystemInformationSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("type", "@type", Takes: Takes.Commas),
        new("bios.vendor", "bios/entry[@name='vendor']") { Aliases = ["bios_vendor"] },
        new("bios.version", "bios/entry[@name='version']") { Aliases = ["bios_version"] },
        new("bios.date", "bios/entry[@name='date']") { Aliases = ["bios_date"] },
        new("bios.release", "bios/entry[@name='release']") { Aliases = ["bios_release"] },
        new("system.manufacturer", "system/entry[@name='manufacturer']") { Aliases = ["system_manufacturer"] },
        new("system.product", "system/entry[@name='product']") { Aliases = ["system_product"] },
        new("system.version", "system/entry[@name='version']") { Aliases = ["system_version"] },
        new("system.serial", "system/entry[@name='serial']") { Aliases = ["system_serial"] },
        new("system.uuid", "system/entry[@name='uuid']") { Aliases = ["system_uuid"] },
        new("system.sku", "system/entry[@name='sku']") { Aliases = ["system_sku"] },
        new("system.family", "system/entry[@name='family']") { Aliases = ["system_family"] },
        new("baseBoard.manufacturer", "baseBoard/entry[@name='manufacturer']")
        {
            Aliases = ["baseBoard_manufacturer"]
        },
        new("baseBoard.product", "baseBoard/entry[@name='product']") { Aliases = ["baseBoard_product"] },
        new("baseBoard.version", "baseBoard/entry[@name='version']") { Aliases = ["baseBoard_version"] },
        new("baseBoard.serial", "baseBoard/entry[@name='serial']") { Aliases = ["baseBoard_serial"] },
        new("baseBoard.asset", "baseBoard/entry[@name='asset']") { Aliases = ["baseBoard_asset"] },
        new("baseBoard.location", "baseBoard/entry[@name='location']") { Aliases = ["baseBoard_location"] },
        new("chassis.manufacturer", "chassis/entry[@name='manufacturer']"),
        new("chassis.version", "chassis/entry[@name='version']"),
        new("chassis.serial", "chassis/entry[@name='serial']"),
        new("chassis.asset", "chassis/entry[@name='asset']"),
        new("chassis.sku", "chassis/entry[@name='sku']"),
        new("oemStrings.entry[0-9]*", "oemStrings/entry[]", Takes: Takes.Commas),
        new("entry[0-9]*", "entry[]", Takes: Takes.Commas),
        new("entry[0-9]*.name", "entry[]/@name", Takes: Takes.Commas),
        new("entry[0-9]*.file", "entry[]/@file", Takes: Takes.Commas),
    ];
}
