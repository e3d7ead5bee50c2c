namespace Lodge.Install.Drafts.Shapes;

/// <summary>Disks, their controllers and shared folders.</summary>
internal static class StorageShapes
{
    /// <summary>The element <c>&lt;host&gt;</c>.</summary>
    public static DraftShape SourceHost { get; } = new(
        "host",
        [
            "@name", "@port", "@transport", "@socket",
        ]);

    /// <summary>The element <c>&lt;seclabel&gt;</c>.</summary>
    public static DraftShape DeviceLabel { get; } = new(
        "seclabel",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;disk&gt;</c>.</summary>
    public static DraftShape Disk { get; } = new(
        "disk",
        [
            "@type", "@device", "@snapshot", "driver/@name", "driver/@type", "driver/@cache", "driver/@discard",
            "driver/@detect_zeroes", "driver/@io", "driver/@iothread", "driver/@queues", "driver/@error_policy",
            "auth/@username", "auth/secret/@type", "auth/secret/@uuid", "source/@file", "source/@dev", "source/@dir",
            "source/@volume", "source/@pool", "source/@protocol", "source/@name", "source/host[]", "source/@type",
            "source/@managed", "source/@namespace", "source/address/@type", "source/address/@domain",
            "source/address/@controller", "source/address/@bus", "source/address/@slot", "source/address/@function",
            "source/address/@target", "source/address/@unit", "source/address/@multifunction", "source/address/*",
            "source/@query", "target/@dev", "target/@bus", "driver/@ats", "driver/@iommu", "driver/@packed",
            "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus",
            "address/@slot", "address/@function", "address/@target", "address/@unit", "address/@multifunction",
            "address/*", "*", "boot/*", "source/seclabel[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/host"] = SourceHost,
            ["source/seclabel"] = DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;controller&gt;</c>.</summary>
    public static DraftShape Controller { get; } = new(
        "controller",
        [
            "@type", "@index", "@model", "master/@startport", "driver/@queues", "@maxGrantFrames", "driver/@ats",
            "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain",
            "address/@controller", "address/@bus", "address/@slot", "address/@function", "address/@target",
            "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;filesystem&gt;</c>.</summary>
    public static DraftShape Filesystem { get; } = new(
        "filesystem",
        [
            "@type", "@accessmode", "@fmode", "@dmode", "driver/@ats", "driver/@iommu", "driver/@packed",
            "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus",
            "address/@slot", "address/@function", "address/@target", "address/@unit", "address/@multifunction",
            "address/*", "*", "boot/*",
        ]);
}
