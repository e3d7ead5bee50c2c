using Lodge.Model.Domain;

namespace Lodge.Model.Storage;

/// <summary>
/// What is particular to a type of pool: the parts of its source, its formats and those of its volumes.
/// </summary>
/// <remarks>https://libvirt.org/storage.html, the tables of formats.</remarks>
public sealed class StoragePoolTraits
{
    private static readonly string[] FileSystems =
    [
        "auto", "ext2", "ext3", "ext4", "ufs", "iso9660", "udf", "gfs", "gfs2", "vfat", "hfs+", "xfs", "ocfs2", "vmfs",
    ];

    private static readonly string[] NetworkFileSystems = ["auto", "nfs", "glusterfs", "cifs"];

    private static readonly string[] Labels = ["unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2"];

    private static readonly string[] Partitions =
    [
        "none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm", "linux-raid", "extended",
    ];

    private static readonly string[] ImageFormats = [.. StorageFormatNames.Table.All];

    private static readonly StoragePoolTraits[] All =
    [
        Images(StoragePoolType.Dir, StoragePoolParts.None),
        Images(StoragePoolType.Fs, StoragePoolParts.Device, FileSystems),
        Images(StoragePoolType.Netfs, StoragePoolParts.Host | StoragePoolParts.Directory, NetworkFileSystems),
        new(StoragePoolType.Logical, StoragePoolParts.Name | StoragePoolParts.Device)
        {
            SourceFormats = ["unknown", "lvm2"],
            DefaultSourceFormat = "lvm2",
        },
        new(StoragePoolType.Disk, StoragePoolParts.Device)
        {
            SourceFormats = Labels,
            DefaultSourceFormat = "unknown",
            VolumeFormats = Partitions,
            DefaultVolumeFormat = "none",
        },
        new(StoragePoolType.Iscsi, StoragePoolParts.Host | StoragePoolParts.Device | StoragePoolParts.Initiator),
        new(
            StoragePoolType.IscsiDirect,
            StoragePoolParts.Host | StoragePoolParts.Device | StoragePoolParts.Network | StoragePoolParts.Initiator),
        new(StoragePoolType.Scsi, StoragePoolParts.Adapter),
        new(StoragePoolType.Mpath, StoragePoolParts.None),

        // libvirt lists no format for volumes of Ceph, though it reads one.
        new(StoragePoolType.Rbd, StoragePoolParts.Host | StoragePoolParts.Network | StoragePoolParts.Name)
        {
            VolumeFormats = [],
            DefaultVolumeFormat = "raw",
        },
        new(StoragePoolType.Sheepdog, StoragePoolParts.Host | StoragePoolParts.Network | StoragePoolParts.Name),
        Images(
            StoragePoolType.Gluster,
            StoragePoolParts.Host | StoragePoolParts.Network | StoragePoolParts.Name | StoragePoolParts.Directory),
        new(StoragePoolType.Zfs, StoragePoolParts.Name | StoragePoolParts.Device),
        Images(StoragePoolType.Vstorage, StoragePoolParts.Name),
    ];

    private StoragePoolTraits(StoragePoolType type, StoragePoolParts parts) => (Type, Parts) = (type, parts);

    /// <summary>The type.</summary>
    public StoragePoolType Type { get; }

    /// <summary>The formats that a source may have; null where sources of the type have none.</summary>
    public IReadOnlyList<string>? SourceFormats { get; private init; }

    /// <summary>The format of a source that says none.</summary>
    public string? DefaultSourceFormat { get; private init; }

    /// <summary>The formats that a volume may have; null where volumes of the type have none.</summary>
    public IReadOnlyList<string>? VolumeFormats { get; private init; }

    /// <summary>The format of a volume that says none.</summary>
    public string? DefaultVolumeFormat { get; private init; }

    /// <summary>Whether volumes are on the network: the pool then has no target on this host.</summary>
    public bool IsOnNetwork => Has(StoragePoolParts.Network);

    internal StoragePoolParts Parts { get; }

    /// <summary>The traits of a type.</summary>
    public static StoragePoolTraits Of(StoragePoolType type) => All[(int)type];

    internal bool Has(StoragePoolParts part) => (Parts & part) != 0;

    private static StoragePoolTraits Images(StoragePoolType type, StoragePoolParts parts, string[]? formats = null) =>
        new(type, parts)
        {
            SourceFormats = formats,
            DefaultSourceFormat = formats?[0],
            VolumeFormats = ImageFormats,
            DefaultVolumeFormat = "raw",
        };
}
