using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;
using static Lodge.Protocol.Constants.VirStoragePoolCreateFlags;

namespace Lodge.Cli.Virsh.Storage;

/// <summary>Words of the commands about storage pools.</summary>
internal static class PoolText
{
    /// <summary>A pool's state.</summary>
    internal static string State(VirStoragePoolState state) => state switch
    {
        VirStoragePoolState.VIR_STORAGE_POOL_INACTIVE => "inactive",
        VirStoragePoolState.VIR_STORAGE_POOL_BUILDING => "building",
        VirStoragePoolState.VIR_STORAGE_POOL_RUNNING => "running",
        VirStoragePoolState.VIR_STORAGE_POOL_DEGRADED => "degraded",
        VirStoragePoolState.VIR_STORAGE_POOL_INACCESSIBLE => "inaccessible",
        _ => "unknown",
    };

    /// <summary>The flags of the calls that start a pool.</summary>
    internal static VirStoragePoolCreateFlags CreateFlags(Arguments arguments)
    {
        arguments.Exclusive("overwrite", "no-overwrite");
        return arguments.Flag("build", VIR_STORAGE_POOL_CREATE_WITH_BUILD)
            | arguments.Flag("overwrite", VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE)
            | arguments.Flag("no-overwrite", VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE);
    }

    /// <summary>The filter for pools of a type.</summary>
    internal static VirConnectListAllStoragePoolsFlags TypeFilter(string type) => type switch
    {
        "dir" => VIR_CONNECT_LIST_STORAGE_POOLS_DIR,
        "fs" => VIR_CONNECT_LIST_STORAGE_POOLS_FS,
        "netfs" => VIR_CONNECT_LIST_STORAGE_POOLS_NETFS,
        "logical" => VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL,
        "disk" => VIR_CONNECT_LIST_STORAGE_POOLS_DISK,
        "iscsi" => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI,
        "iscsi-direct" => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT,
        "scsi" => VIR_CONNECT_LIST_STORAGE_POOLS_SCSI,
        "mpath" => VIR_CONNECT_LIST_STORAGE_POOLS_MPATH,
        "rbd" => VIR_CONNECT_LIST_STORAGE_POOLS_RBD,
        "sheepdog" => VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG,
        "gluster" => VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER,
        "zfs" => VIR_CONNECT_LIST_STORAGE_POOLS_ZFS,
        "vstorage" => VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE,
        _ => throw new CommandFailure($"Invalid pool type '{type}'"),
    };
}
