using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A storage pool.</summary>
public sealed partial class StoragePool : LibvirtObject
{
    internal StoragePool(LibvirtConnection connection, in RemoteStoragePool wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    internal RemoteStoragePool Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
