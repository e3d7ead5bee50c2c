namespace Lodge.Install.Drafts.Shapes;

/// <summary>Boot, labels, clocks and what else a domain is set up with.</summary>
internal static class SettingShapes
{
    /// <summary>The element <c>&lt;seclabel&gt;</c>.</summary>
    public static DraftShape SecurityLabel { get; } = new(
        "seclabel",
        [
            "@type", "@model", "@relabel", "label", "*",
        ]);

    /// <summary>The element <c>&lt;cipher&gt;</c>.</summary>
    public static DraftShape KeyWrapCipher { get; } = new(
        "cipher",
        [
            "@name", "@state",
        ]);

    /// <summary>The element <c>&lt;boot&gt;</c>.</summary>
    public static DraftShape BootDevice { get; } = new(
        "boot",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;feature&gt;</c>.</summary>
    public static DraftShape FirmwareFeature { get; } = new(
        "feature",
        [
            "@enabled", "@name",
        ]);

    /// <summary>The element <c>&lt;initarg&gt;</c>.</summary>
    public static DraftShape InitArgument { get; } = new(
        "initarg",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;initenv&gt;</c>.</summary>
    public static DraftShape InitVariable { get; } = new(
        "initenv",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;timer&gt;</c>.</summary>
    public static DraftShape Timer { get; } = new(
        "timer",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;entry&gt;</c>.</summary>
    public static DraftShape OemString { get; } = new(
        "entry",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;entry&gt;</c>.</summary>
    public static DraftShape SystemEntry { get; } = new(
        "entry",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;sysinfo&gt;</c>.</summary>
    public static DraftShape SystemInformation { get; } = new(
        "sysinfo",
        [
            "@type", "bios/entry[@name='vendor']", "bios/entry[@name='version']", "bios/entry[@name='date']",
            "bios/entry[@name='release']", "system/entry[@name='manufacturer']", "system/entry[@name='product']",
            "system/entry[@name='version']", "system/entry[@name='serial']", "system/entry[@name='uuid']",
            "system/entry[@name='sku']", "system/entry[@name='family']", "baseBoard/entry[@name='manufacturer']",
            "baseBoard/entry[@name='product']", "baseBoard/entry[@name='version']", "baseBoard/entry[@name='serial']",
            "baseBoard/entry[@name='asset']", "baseBoard/entry[@name='location']",
            "chassis/entry[@name='manufacturer']", "chassis/entry[@name='version']", "chassis/entry[@name='serial']",
            "chassis/entry[@name='asset']", "chassis/entry[@name='sku']", "oemStrings/entry[]", "entry[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["oemStrings/entry"] = OemString,
            ["entry"] = SystemEntry,
        },
    };

    /// <summary>The element <c>&lt;qemu:arg&gt;</c>.</summary>
    public static DraftShape QemuArgument { get; } = new(
        "qemu:arg",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;qemu:env&gt;</c>.</summary>
    public static DraftShape QemuVariable { get; } = new(
        "qemu:env",
        [
            "*",
        ]);
}
