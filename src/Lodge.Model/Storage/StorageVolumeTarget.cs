using Lodge.Model.Domain;

namespace Lodge.Model.Storage;

/// <summary>
/// Where a volume's content is, and in what form (<c>&lt;target&gt;</c>, <c>&lt;backingStore&gt;</c>).
/// </summary>
public sealed partial record StorageVolumeTarget
{
    /// <summary>The path, or what a network calls it; null before it is made.</summary>
    public string? Path { get; init; }

    /// <summary>The form, in the words of its type of pool; null where volumes of the type have none.</summary>
    public string? Format { get; init; }

    /// <summary>Who owns it, and who may do what with it.</summary>
    public StoragePermissions Permissions { get; init; } = StoragePermissions.None;

    /// <summary>When it was used and changed; null where that is not known.</summary>
    public StorageTimestamps? Timestamps { get; init; }

    /// <summary>How it is encrypted; null where it is not.</summary>
    public StorageEncryption? Encryption { get; init; }

    /// <summary>The version of qcow2 by its first QEMU (<c>0.10</c>, <c>1.1</c>); null for the first.</summary>
    public string? Compatibility { get; init; }

    /// <summary>Whether the file system is not to copy it on write (btrfs).</summary>
    public bool NoCopyOnWrite { get; init; }

    /// <summary>Bytes in a cluster; 0 for QEMU's own.</summary>
    public ulong ClusterSize { get; init; }

    /// <summary>The features of a qcow2 image; null where none can be.</summary>
    public VolumeFeatures? Features { get; init; }

    /// <summary>The form as a disk's; none where it is no image's.</summary>
    public StorageFormat ImageFormat =>
        StorageFormatNames.Table.TryParse(Format, out var format) ? format : StorageFormat.None;
}
