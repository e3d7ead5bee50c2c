namespace Lodge.Install.Os;

/// <summary>An installation medium: what its ISO image says of itself, and how it starts.</summary>
public sealed class OsMedia
{
    /// <summary>The architecture, or <c>all</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Where it can be downloaded.</summary>
    public string? Url { get; internal set; }

    /// <summary>The kernel's path on it, for a start without its boot loader.</summary>
    public string? Kernel { get; internal set; }

    /// <summary>The first memory disk's path on it.</summary>
    public string? Initrd { get; internal set; }

    /// <summary>Whether a system runs from it without being installed.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether it can install.</summary>
    public bool IsInstaller { get; init; } = true;

    /// <summary>Whether its installer can be driven by an install script.</summary>
    public bool SupportsScript { get; init; } = true;

    /// <summary>How often the machine starts again before it is installed.</summary>
    public int InstallerReboots { get; init; } = 1;

    /// <summary>Whether the medium is to be taken out once it has installed.</summary>
    public bool EjectsAfterInstall { get; init; } = true;

    /// <summary>The flavours it installs.</summary>
    public IReadOnlyList<string> Variants => VariantList;

    /// <summary>Install scripts that it takes, by id; where empty, those of its operating system.</summary>
    public IReadOnlyList<string> ScriptIds => ScriptList;

    /// <summary>Whether most of what it installs comes over the network.</summary>
    public bool IsNetworkInstaller => VariantList.Exists(id => id.Contains("netinst", StringComparison.Ordinal));

    /// <summary>What the volume descriptor of its image has to match; null asks for nothing.</summary>
    internal OsPattern? VolumeId { get; set; }

    internal OsPattern? SystemId { get; set; }

    internal OsPattern? PublisherId { get; set; }

    internal OsPattern? ApplicationId { get; set; }

    /// <summary>The exact size of the volume in bytes, where it tells media apart.</summary>
    internal long? VolumeSize { get; set; }

    internal List<string> VariantList { get; } = [];

    internal List<string> ScriptList { get; } = [];

    /// <summary>Whether an image says of itself what this medium says.</summary>
    internal bool Matches(MediaIdentity image) =>
        (VolumeId ?? SystemId ?? PublisherId ?? ApplicationId) is not null | VolumeSize > 0
        && (VolumeSize is null or <= 0 || VolumeSize == image.VolumeSize)
        && (VolumeId?.Matches(image.VolumeId) ?? true)
        && (ApplicationId?.Matches(image.ApplicationId) ?? true)
        && (SystemId?.Matches(image.SystemId) ?? true)
        && (PublisherId?.Matches(image.PublisherId) ?? true);
}
