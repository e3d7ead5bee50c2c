using Lodge.Model.Storage;
using Lodge.Storage.Pools;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;
using PoolFlags = Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Daemon.Storage;

/// <summary>
/// Which pools <c>virConnectListAllStoragePools</c> asks for: within each group any may match, all groups must.
/// </summary>
internal readonly struct PoolFilter
{
    /// <summary>The flags there are.</summary>
    public const uint Known = (uint)(Activity | Persistence | Autostart | Types);

    private const PoolFlags Activity = VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE;

    private const PoolFlags Persistence =
        VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT;

    private const PoolFlags Autostart =
        VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART;

    private const PoolFlags Types =
        VIR_CONNECT_LIST_STORAGE_POOLS_DIR | VIR_CONNECT_LIST_STORAGE_POOLS_FS
        | VIR_CONNECT_LIST_STORAGE_POOLS_NETFS | VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL
        | VIR_CONNECT_LIST_STORAGE_POOLS_DISK | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI
        | VIR_CONNECT_LIST_STORAGE_POOLS_SCSI | VIR_CONNECT_LIST_STORAGE_POOLS_MPATH
        | VIR_CONNECT_LIST_STORAGE_POOLS_RBD | VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG
        | VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER | VIR_CONNECT_LIST_STORAGE_POOLS_ZFS
        | VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT;

    private readonly PoolFlags _flags;

    /// <summary>A filter by these flags.</summary>
    public PoolFilter(uint flags) => _flags = (PoolFlags)flags;

    /// <summary>Whether a pool passes.</summary>
    public bool Matches(PoolSnapshot now) =>
        Passes(Activity, now.IsActive ? VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE : VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE)
        && Passes(
            Persistence,
            now.IsPersistent ? VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT : VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT)
        && Passes(
            Autostart,
            now.IsAutostart ? VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART : VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART)
        && Passes(Types, FlagOf(now.Definition.Type));

    private static PoolFlags FlagOf(StoragePoolType type) => type switch
    {
        StoragePoolType.Dir => VIR_CONNECT_LIST_STORAGE_POOLS_DIR,
        StoragePoolType.Fs => VIR_CONNECT_LIST_STORAGE_POOLS_FS,
        StoragePoolType.Netfs => VIR_CONNECT_LIST_STORAGE_POOLS_NETFS,
        StoragePoolType.Logical => VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL,
        StoragePoolType.Disk => VIR_CONNECT_LIST_STORAGE_POOLS_DISK,
        StoragePoolType.Iscsi => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI,
        StoragePoolType.IscsiDirect => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT,
        StoragePoolType.Scsi => VIR_CONNECT_LIST_STORAGE_POOLS_SCSI,
        StoragePoolType.Mpath => VIR_CONNECT_LIST_STORAGE_POOLS_MPATH,
        StoragePoolType.Rbd => VIR_CONNECT_LIST_STORAGE_POOLS_RBD,
        StoragePoolType.Sheepdog => VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG,
        StoragePoolType.Gluster => VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER,
        StoragePoolType.Zfs => VIR_CONNECT_LIST_STORAGE_POOLS_ZFS,
        _ => VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE,
    };

    private bool Passes(PoolFlags group, PoolFlags flag)
    {
        var asked = _flags & group;
        return asked == 0 || (asked & flag) != 0;
    }
}
