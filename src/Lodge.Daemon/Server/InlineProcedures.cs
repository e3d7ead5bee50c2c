using System.Collections.Frozen;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Server;

/// <summary>The procedures served on the socket loop itself: they read published snapshots, and never wait for
/// anything.</summary>
/// <remarks>Every other procedure runs on the pool, where it may wait for a disk or for QEMU.</remarks>
internal static class InlineProcedures
{
    private static readonly FrozenSet<RemoteProcedure> All = new[]
    {
        RemoteProcedure.REMOTE_PROC_AUTH_LIST,
        RemoteProcedure.REMOTE_PROC_CONNECT_CLOSE,
        RemoteProcedure.REMOTE_PROC_CONNECT_GET_LIB_VERSION,
        RemoteProcedure.REMOTE_PROC_CONNECT_GET_MAX_VCPUS,
        RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE,
        RemoteProcedure.REMOTE_PROC_CONNECT_GET_URI,
        RemoteProcedure.REMOTE_PROC_CONNECT_IS_SECURE,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_ALL_DOMAINS,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_ALL_STORAGE_POOLS,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_DEFINED_DOMAINS,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_DEFINED_STORAGE_POOLS,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_DOMAINS,
        RemoteProcedure.REMOTE_PROC_CONNECT_LIST_STORAGE_POOLS,
        RemoteProcedure.REMOTE_PROC_CONNECT_NUM_OF_DEFINED_DOMAINS,
        RemoteProcedure.REMOTE_PROC_CONNECT_NUM_OF_DEFINED_STORAGE_POOLS,
        RemoteProcedure.REMOTE_PROC_CONNECT_NUM_OF_DOMAINS,
        RemoteProcedure.REMOTE_PROC_CONNECT_NUM_OF_STORAGE_POOLS,
        RemoteProcedure.REMOTE_PROC_CONNECT_OPEN,
        RemoteProcedure.REMOTE_PROC_CONNECT_REGISTER_CLOSE_CALLBACK,
        RemoteProcedure.REMOTE_PROC_CONNECT_SUPPORTS_FEATURE,
        RemoteProcedure.REMOTE_PROC_CONNECT_UNREGISTER_CLOSE_CALLBACK,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_AUTOSTART,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_INFO,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_MAX_MEMORY,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_OS_TYPE,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_STATE,
        RemoteProcedure.REMOTE_PROC_DOMAIN_GET_XML_DESC,
        RemoteProcedure.REMOTE_PROC_DOMAIN_HAS_MANAGED_SAVE_IMAGE,
        RemoteProcedure.REMOTE_PROC_DOMAIN_IS_ACTIVE,
        RemoteProcedure.REMOTE_PROC_DOMAIN_IS_PERSISTENT,
        RemoteProcedure.REMOTE_PROC_DOMAIN_IS_UPDATED,
        RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_ID,
        RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME,
        RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_UUID,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_GET_AUTOSTART,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_GET_INFO,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_GET_XML_DESC,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_IS_ACTIVE,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_IS_PERSISTENT,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LIST_ALL_VOLUMES,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LIST_VOLUMES,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LOOKUP_BY_NAME,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LOOKUP_BY_TARGET_PATH,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LOOKUP_BY_UUID,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_LOOKUP_BY_VOLUME,
        RemoteProcedure.REMOTE_PROC_STORAGE_POOL_NUM_OF_VOLUMES,
        RemoteProcedure.REMOTE_PROC_STORAGE_VOL_GET_PATH,
        RemoteProcedure.REMOTE_PROC_STORAGE_VOL_LOOKUP_BY_KEY,
        RemoteProcedure.REMOTE_PROC_STORAGE_VOL_LOOKUP_BY_NAME,
    }.ToFrozenSet();

    /// <summary>Whether a procedure is served where it was received.</summary>
    /// <param name="procedure">The procedure.</param>
    public static bool Contains(RemoteProcedure procedure) => All.Contains(procedure);
}
