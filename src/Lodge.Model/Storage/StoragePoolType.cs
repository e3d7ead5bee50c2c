using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>What a storage pool stands on; the numbers are libvirt's <c>virStoragePoolType</c>.</summary>
public enum StoragePoolType
{
    /// <summary>A folder.</summary>
    Dir,

    /// <summary>A file system of a block device, mounted.</summary>
    Fs,

    /// <summary>A file system of another host, mounted.</summary>
    Netfs,

    /// <summary>A volume group of LVM.</summary>
    Logical,

    /// <summary>A disk with partitions.</summary>
    Disk,

    /// <summary>A target of iSCSI, logged in by the kernel.</summary>
    Iscsi,

    /// <summary>A target of iSCSI, reached by QEMU itself.</summary>
    IscsiDirect,

    /// <summary>A SCSI host adapter.</summary>
    Scsi,

    /// <summary>The multipath devices of the host.</summary>
    Mpath,

    /// <summary>A pool of Ceph.</summary>
    Rbd,

    /// <summary>Sheepdog, which no longer exists.</summary>
    Sheepdog,

    /// <summary>A volume of Gluster.</summary>
    Gluster,

    /// <summary>A pool of ZFS.</summary>
    Zfs,

    /// <summary>A cluster of Virtuozzo Storage.</summary>
    Vstorage,
}

/// <summary>The words of <see cref="StoragePoolType"/>.</summary>
public static class StoragePoolTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StoragePoolType> Table { get; } = new(
        "dir", "fs", "netfs", "logical", "disk", "iscsi", "iscsi-direct", "scsi", "mpath", "rbd", "sheepdog", "gluster",
        "zfs", "vstorage");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StoragePoolType value) => Table[value];
}
