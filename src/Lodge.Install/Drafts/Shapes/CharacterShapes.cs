namespace Lodge.Install.Drafts.Shapes;

/// <summary>Devices that carry characters.</summary>
internal static class CharacterShapes
{
    /// <summary>The element <c>&lt;certificate&gt;</c>.</summary>
    public static DraftShape Certificate { get; } = new(
        "certificate",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;smartcard&gt;</c>.</summary>
    public static DraftShape Smartcard { get; } = new(
        "smartcard",
        [
            "@mode", "@type", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*",
            "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*", "certificate[]", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
            ["certificate"] = Certificate,
        },
    };

    /// <summary>The element <c>&lt;serial&gt;</c>.</summary>
    public static DraftShape Serial { get; } = new(
        "serial",
        [
            "@type", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]", "target/@type",
            "target/@name", "target/@state", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq",
            "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;parallel&gt;</c>.</summary>
    public static DraftShape Parallel { get; } = new(
        "parallel",
        [
            "@type", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]", "target/@type",
            "target/@name", "target/@state", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq",
            "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;console&gt;</c>.</summary>
    public static DraftShape Console { get; } = new(
        "console",
        [
            "@type", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]", "target/@type",
            "target/@name", "target/@state", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq",
            "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;channel&gt;</c>.</summary>
    public static DraftShape Channel { get; } = new(
        "channel",
        [
            "@type", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]", "target/@type",
            "target/@name", "target/@state", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq",
            "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;redirdev&gt;</c>.</summary>
    public static DraftShape Redirdev { get; } = new(
        "redirdev",
        [
            "@bus", "@type", "source[@mode='bind']/@host", "source[@mode='bind']/@service", "source/@mode",
            "source[@mode='connect']/@host", "source[@mode='connect']/@service", "source/@path", "source/@channel",
            "source/*", "protocol/@type", "log/@file", "log/@append", "source/seclabel[]", "driver/@ats",
            "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain",
            "address/@controller", "address/@bus", "address/@slot", "address/@function", "address/@target",
            "address/@unit", "address/@multifunction", "address/*", "boot/*",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };

    /// <summary>The element <c>&lt;rng&gt;</c>.</summary>
    public static DraftShape Rng { get; } = new(
        "rng",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
            "backend/source[@mode='bind']/@host", "backend/source[@mode='bind']/@service", "backend/source/@mode",
            "backend/source[@mode='connect']/@host", "backend/source[@mode='connect']/@service", "backend/source/@path",
            "backend/source/@channel", "backend/source/*", "backend/protocol/@type", "backend/log/@file",
            "backend/log/@append", "backend/source/seclabel[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["backend/source/seclabel"] = StorageShapes.DeviceLabel,
        },
    };
}
