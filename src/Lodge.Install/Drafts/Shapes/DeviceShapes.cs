namespace Lodge.Install.Drafts.Shapes;

/// <summary>All other devices.</summary>
internal static class DeviceShapes
{
    /// <summary>The element <c>&lt;interface&gt;</c>.</summary>
    public static DraftShape Interface { get; } = new(
        "interface",
        [
            "source/@bridge", "source/@network", "source/@dev", "source/@type", "source/@path", "source/@mode",
            "source/@portgroup", "mac/@address", "target/@dev", "model/@type", "virtualport/*", "filterref/@filter",
            "rom/@bar", "rom/@file", "mtu/@size", "driver/@ats", "driver/@iommu", "driver/@packed",
            "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain", "address/@controller", "address/@bus",
            "address/@slot", "address/@function", "address/@target", "address/@unit", "address/@multifunction",
            "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;input&gt;</c>.</summary>
    public static DraftShape Input { get; } = new(
        "input",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;tpm&gt;</c>.</summary>
    public static DraftShape Tpm { get; } = new(
        "tpm",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "active_pcr_banks/*",
            "boot/*",
        ]);

    /// <summary>The element <c>&lt;listen&gt;</c>.</summary>
    public static DraftShape Listen { get; } = new(
        "listen",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;graphics&gt;</c>.</summary>
    public static DraftShape Graphics { get; } = new(
        "graphics",
        [
            "@type", "gl/@enable", "@port", "@tlsPort", "@autoport", "@websocket", "@keymap", "@listen", "@passwd",
            "@display", "@xauth", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*",
            "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "*",
            "boot/*", "listen[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["listen"] = Listen,
        },
    };

    /// <summary>The element <c>&lt;codec&gt;</c>.</summary>
    public static DraftShape Codec { get; } = new(
        "codec",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;sound&gt;</c>.</summary>
    public static DraftShape Sound { get; } = new(
        "sound",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*", "codec[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["codec"] = Codec,
        },
    };

    /// <summary>The element <c>&lt;audio&gt;</c>.</summary>
    public static DraftShape Audio { get; } = new(
        "audio",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;video&gt;</c>.</summary>
    public static DraftShape Video { get; } = new(
        "video",
        [
            "model/@type", "model/@vram", "model/@heads", "model/@vgamem", "driver/@ats", "driver/@iommu",
            "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type", "address/@domain",
            "address/@controller", "address/@bus", "address/@slot", "address/@function", "address/@target",
            "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;hostdev&gt;</c>.</summary>
    public static DraftShape Hostdev { get; } = new(
        "hostdev",
        [
            "@mode", "@type", "@managed", "source/vendor/@id", "source/product/@id", "source/address/@domain",
            "source/address/@bus", "source/address/@slot", "source/address/@function", "@model", "@display", "@ramfb",
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;watchdog&gt;</c>.</summary>
    public static DraftShape Watchdog { get; } = new(
        "watchdog",
        [
            "@model", "@action", "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*",
            "address/@type", "address/@domain", "address/@controller", "address/@bus", "address/@slot",
            "address/@function", "address/@target", "address/@unit", "address/@multifunction", "address/*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;memballoon&gt;</c>.</summary>
    public static DraftShape Memballoon { get; } = new(
        "memballoon",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;panic&gt;</c>.</summary>
    public static DraftShape Panic { get; } = new(
        "panic",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;shmem&gt;</c>.</summary>
    public static DraftShape SharedMemory { get; } = new(
        "shmem",
        [
            "@name", "@role", "model/@type", "size", "size/@unit", "server/@path", "msi/@vectors", "msi/@ioeventfd",
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;memory&gt;</c>.</summary>
    public static DraftShape Memory { get; } = new(
        "memory",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*", "source/*",
            "target/*",
        ]);

    /// <summary>The element <c>&lt;vsock&gt;</c>.</summary>
    public static DraftShape Vsock { get; } = new(
        "vsock",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);

    /// <summary>The element <c>&lt;iommu&gt;</c>.</summary>
    public static DraftShape Iommu { get; } = new(
        "iommu",
        [
            "driver/@ats", "driver/@iommu", "driver/@packed", "driver/@page_per_vq", "alias/*", "address/@type",
            "address/@domain", "address/@controller", "address/@bus", "address/@slot", "address/@function",
            "address/@target", "address/@unit", "address/@multifunction", "address/*", "*", "boot/*",
        ]);
}
