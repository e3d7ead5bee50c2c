using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Pools and volumes: finding, defining, making.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Counts the pools that are active. (<c>virConnectNumOfStoragePools</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfStoragePoolsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfStoragePoolsAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the names of the pools that are active. (<c>virConnectListStoragePools</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListStoragePoolsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListStoragePoolsAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_STORAGE_POOL_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Counts the pools that are defined and not active. (<c>virConnectNumOfDefinedStoragePools</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfDefinedStoragePoolsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfDefinedStoragePoolsAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>
    /// Lists the names of the pools that are defined and not active. (<c>virConnectListDefinedStoragePools</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListDefinedStoragePoolsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListDefinedStoragePoolsAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_STORAGE_POOL_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>
    /// Looks for what pools of a type could be made of, as XML. (<c>virConnectFindStoragePoolSources</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> FindStoragePoolSourcesAsync(
        string type, string? sourceSpec, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectFindStoragePoolSourcesAsync(
            new() { Type = type, SrcSpec = sourceSpec, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Makes a pool of a description and starts it; it is gone when it stops. (<c>virStoragePoolCreateXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> CreateStoragePoolXmlAsync(
        string xml, VirStoragePoolCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new StoragePool(this, (await Rpc.StoragePoolCreateXmlAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>
    /// Defines a pool, anew or in place of the one with the same name and UUID. (<c>virStoragePoolDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> DefineStoragePoolXmlAsync(
        string xml, VirStoragePoolDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new StoragePool(this, (await Rpc.StoragePoolDefineXmlAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>Finds a pool by its name. (<c>virStoragePoolLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> LookupStoragePoolByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new StoragePool(this, (await Rpc.StoragePoolLookupByNameAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>Finds a pool by its UUID. (<c>virStoragePoolLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> LookupStoragePoolByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new StoragePool(this, (await Rpc.StoragePoolLookupByUuidAsync(
            new() { Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>Finds a volume by its key. (<c>virStorageVolLookupByKey</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolume> LookupStorageVolumeByKeyAsync(
        string key, CancellationToken cancellationToken = default) =>
        new StorageVolume(this, (await Rpc.StorageVolLookupByKeyAsync(
            new() { Key = key }, cancellationToken).ConfigureAwait(false)).Vol);

    /// <summary>Finds a volume by its path. (<c>virStorageVolLookupByPath</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolume> LookupStorageVolumeByPathAsync(
        string path, CancellationToken cancellationToken = default) =>
        new StorageVolume(this, (await Rpc.StorageVolLookupByPathAsync(
            new() { Path = path }, cancellationToken).ConfigureAwait(false)).Vol);

    /// <summary>Lists pools; without flags all of them. (<c>virConnectListAllStoragePools</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<StoragePool>> ListAllStoragePoolsAsync(
        VirConnectListAllStoragePoolsFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllStoragePoolsAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Pools);

    /// <summary>Finds the pool that lies at a path. (<c>virStoragePoolLookupByTargetPath</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> LookupStoragePoolByTargetPathAsync(
        string path, CancellationToken cancellationToken = default) =>
        new StoragePool(this, (await Rpc.StoragePoolLookupByTargetPathAsync(
            new() { Path = path }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>
    /// Asks which types of pools and formats the host has, as XML. (<c>virConnectGetStoragePoolCapabilities</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetStoragePoolCapabilitiesAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetStoragePoolCapabilitiesAsync(
            new() { Flags = flags }, cancellationToken).ConfigureAwait(false)).Capabilities;
}
