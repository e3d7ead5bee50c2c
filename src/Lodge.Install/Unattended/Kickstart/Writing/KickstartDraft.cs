namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>How the disk of a machine is divided.</summary>
public enum DiskLayout
{
    /// <summary>Logical volumes.</summary>
    Lvm,

    /// <summary>Partitions alone.</summary>
    Plain,

    /// <summary>Logical volumes that take room as they fill.</summary>
    Thin,
}

/// <summary>What a machine is for.</summary>
public enum MachineRole
{
    /// <summary>What every machine has.</summary>
    Minimal,

    /// <summary>A host of guests, by the distribution's own programs (the Virtual Host role).</summary>
    VirtualHost,

    /// <summary>A host of guests, by Lodge.</summary>
    LodgeHost,
}

/// <summary>What SELinux does on a machine.</summary>
public enum SelinuxMode
{
    /// <summary>It forbids.</summary>
    Enforcing,

    /// <summary>It only says what it would forbid.</summary>
    Permissive,

    /// <summary>Nothing.</summary>
    Disabled,
}

/// <summary>What the machine does once it is installed.</summary>
public enum InstallEnd
{
    /// <summary>It starts its new system.</summary>
    Reboot,

    /// <summary>It switches itself off.</summary>
    PowerOff,

    /// <summary>It stands still.</summary>
    Halt,
}

/// <summary>A machine to be installed, from which a kickstart is written.</summary>
/// <param name="Version">The version of its installer.</param>
public sealed record KickstartDraft(KickstartVersion Version)
{
    /// <summary>The tree it is installed from; null where the installer knows.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is installed from the CD in its drive.</summary>
    public bool IsFromCdrom { get; init; }

    /// <summary>More repositories, by name and address.</summary>
    public IReadOnlyList<(string Name, string Url)> Repositories { get; init; } = [];

    /// <summary>Its language.</summary>
    public string Language { get; init; } = "en_US.UTF-8";

    /// <summary>Its keyboard.</summary>
    public string Keyboard { get; init; } = "us";

    /// <summary>Its time zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Its network.</summary>
    public KickstartNetwork Network { get; init; } = new();

    /// <summary>The hash of root's password; null locks root out, but on RHEL 6, which has no such lock.</summary>
    public string? RootPasswordHash { get; init; }

    /// <summary>A user to make; null for none.</summary>
    public KickstartUser? User { get; init; }

    /// <summary>The disk to use, which is emptied (<c>vda</c>); null for every disk there is.</summary>
    public string? Disk { get; init; }

    /// <summary>How it is divided.</summary>
    public DiskLayout Layout { get; init; }

    /// <summary>Whether the firmware is UEFI. RHEL 7 and later see for themselves.</summary>
    public bool IsUefi { get; init; }

    /// <summary>What SELinux does.</summary>
    public SelinuxMode Selinux { get; init; }

    /// <summary>Whether the firewall is on.</summary>
    public bool HasFirewall { get; init; } = true;

    /// <summary>Services that the firewall lets in, beside ssh.</summary>
    public IReadOnlyList<string> OpenServices { get; init; } = [];

    /// <summary>Services to be started with the system.</summary>
    public IReadOnlyList<string> EnabledServices { get; init; } = [];

    /// <summary>Services not to be started.</summary>
    public IReadOnlyList<string> DisabledServices { get; init; } = [];

    /// <summary>What it is for.</summary>
    public MachineRole Role { get; init; }

    /// <summary>More packages, groups (<c>@name</c>) and environments (<c>@^name</c>).</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>A script to run in the new system; null for none.</summary>
    public string? Post { get; init; }

    /// <summary>What happens then.</summary>
    public InstallEnd End { get; init; }
}
