using Lodge.Protocol.Constants;

namespace Lodge.Client;

/// <summary>How full a pool is (libvirt's <c>virStoragePoolInfo</c>).</summary>
/// <param name="State">What it does.</param>
/// <param name="Capacity">Its size in bytes.</param>
/// <param name="Allocation">Bytes in use.</param>
/// <param name="Available">Bytes free.</param>
public readonly record struct StoragePoolInfo(
    VirStoragePoolState State, ulong Capacity, ulong Allocation, ulong Available);

/// <summary>How large a volume is (libvirt's <c>virStorageVolInfo</c>).</summary>
/// <param name="Type">File, block device, folder …</param>
/// <param name="Capacity">The bytes that a guest sees.</param>
/// <param name="Allocation">The bytes that it takes, or its physical size where that was asked for.</param>
public readonly record struct StorageVolumeInfo(VirStorageVolType Type, ulong Capacity, ulong Allocation);
