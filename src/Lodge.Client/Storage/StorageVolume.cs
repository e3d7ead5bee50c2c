using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A volume of a storage pool.</summary>
public sealed partial class StorageVolume : LibvirtObject
{
    internal StorageVolume(LibvirtConnection connection, in RemoteStorageVol wire)
        : base(connection) => Wire = wire;

    /// <summary>The name of its pool.</summary>
    public string PoolName => Wire.Pool;

    /// <summary>Its name, unique in its pool.</summary>
    public string Name => Wire.Name;

    /// <summary>Its key, unique on the host.</summary>
    public string Key => Wire.Key;

    internal RemoteStorageVol Wire { get; }

    /// <summary>The poolname, for people.</summary>
    public override string ToString() => PoolName;
}
