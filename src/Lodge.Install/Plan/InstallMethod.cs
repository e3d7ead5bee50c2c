namespace Lodge.Install.Plan;

/// <summary>What an operating system is installed from.</summary>
internal sealed record InstallMethod
{
    /// <summary>The CD of <c>--cdrom</c>.</summary>
    public string? Cdrom { get; init; }

    /// <summary>The CD that kernel and initrd were taken from (<c>--location</c> with an ISO).</summary>
    public string? TreeCdrom { get; init; }

    /// <summary>The device to boot from at first (<c>cdrom</c>, <c>network</c>).</summary>
    public string? BootDevice { get; init; }

    /// <summary>Whether a kernel is booted directly (<c>--location</c>, <c>--install kernel=…</c>).</summary>
    public bool HasTree { get; init; }

    /// <summary>That kernel, where the host finds it.</summary>
    public string? Kernel { get; init; }

    /// <summary>Its initrd.</summary>
    public string? Initrd { get; init; }

    /// <summary>Its arguments.</summary>
    public string? KernelArguments { get; init; }

    /// <summary>Whether nothing is installed (<c>--import</c>).</summary>
    public bool IsNone { get; init; }

    /// <summary>Whether it is a guest that is there already (<c>--reinstall</c>).</summary>
    public bool IsReinstall { get; init; }

    /// <summary>Whether cloud-init is told what to do at first start.</summary>
    public bool HasCloudInit { get; init; }

    /// <summary>Whether the installer is told what to do.</summary>
    public bool HasUnattended { get; init; }

    /// <summary>The CD that tells them, for the first start alone.</summary>
    public string? Seed { get; init; }

    /// <summary>
    /// Bytes of memory that the installer needs because it is fetched over the network; null where it is not.
    /// </summary>
    public long? NetworkMemory { get; init; }

    /// <summary>The CD that the guest gets for its installation.</summary>
    public string? AttachedCdrom => HasTree ? TreeCdrom : Cdrom;

    /// <summary>Whether an operating system is installed at first start.</summary>
    public bool HasInstallPhase => !IsNone && (Cdrom is not null || BootDevice is not null || HasTree);

    /// <summary>Whether a guest's XML is another once it has started for the first time.</summary>
    public bool ChangesXml => HasInstallPhase || HasCloudInit || HasUnattended;

    /// <summary>Whether anything was said of how to install.</summary>
    public bool IsGiven => IsNone || HasInstallPhase;
}
