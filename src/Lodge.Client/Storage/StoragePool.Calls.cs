using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class StoragePool
{
    /// <summary>Starts the pool. (<c>virStoragePoolCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CreateAsync(VirStoragePoolCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolCreateAsync(new() { Pool = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Makes what the pool stands on: a folder, a file system, a volume group. (<c>virStoragePoolBuild</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BuildAsync(VirStoragePoolBuildFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolBuildAsync(new() { Pool = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Stops the pool; what is in it stays. (<c>virStoragePoolDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolDestroyAsync(new() { Pool = Wire }, cancellationToken);

    /// <summary>Deletes what the pool stands on, and all that is in it. (<c>virStoragePoolDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(VirStoragePoolDeleteFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolDeleteAsync(new() { Pool = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Forgets the pool's definition. (<c>virStoragePoolUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolUndefineAsync(new() { Pool = Wire }, cancellationToken);

    /// <summary>Looks through the pool again. (<c>virStoragePoolRefresh</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RefreshAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolRefreshAsync(new() { Pool = Wire, Flags = flags }, cancellationToken);

    /// <summary>Asks for the pool's description, as XML. (<c>virStoragePoolGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirStorageXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolGetXmlDescAsync(
            new() { Pool = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Asks whether the pool starts with the host. (<c>virStoragePoolGetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> GetAutostartAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolGetAutostartAsync(
            new() { Pool = Wire }, cancellationToken).ConfigureAwait(false)).Autostart != 0;

    /// <summary>Counts the volumes. (<c>virStoragePoolNumOfVolumes</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfVolumesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolNumOfVolumesAsync(new() { Pool = Wire }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the names of the volumes. (<c>virStoragePoolListVolumes</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListVolumesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolListVolumesAsync(
            new()
            {
                Pool = Wire, Maxnames = RemoteConstants.REMOTE_STORAGE_VOL_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Makes a volume of a description. (<c>virStorageVolCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolume> CreateVolumeXmlAsync(
        string xml, VirStorageVolCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new StorageVolume(Connection, (await Rpc.StorageVolCreateXmlAsync(
            new() { Pool = Wire, Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Vol);

    /// <summary>Finds a volume by its name. (<c>virStorageVolLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolume> LookupVolumeByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new StorageVolume(Connection, (await Rpc.StorageVolLookupByNameAsync(
            new() { Pool = Wire, Name = name }, cancellationToken).ConfigureAwait(false)).Vol);

    /// <summary>
    /// Makes a volume of a description, with the content of another. (<c>virStorageVolCreateXMLFrom</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolume> CreateVolumeXmlFromAsync(
        string xml, StorageVolume source, VirStorageVolCreateFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        new StorageVolume(Connection, (await Rpc.StorageVolCreateXmlFromAsync(
            new()
            {
                Pool = Wire, Xml = xml, Clonevol = source.Wire, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Vol);

    /// <summary>Asks whether the pool is active. (<c>virStoragePoolIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolIsActiveAsync(
            new() { Pool = Wire }, cancellationToken).ConfigureAwait(false)).Active != 0;

    /// <summary>Asks whether the pool is defined. (<c>virStoragePoolIsPersistent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsPersistentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StoragePoolIsPersistentAsync(
            new() { Pool = Wire }, cancellationToken).ConfigureAwait(false)).Persistent != 0;

    /// <summary>Lists the volumes. (<c>virStoragePoolListAllVolumes</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<StorageVolume>> ListAllVolumesAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.StoragePoolListAllVolumesAsync(
            new() { Pool = Wire, NeedResults = 1, Flags = flags }, cancellationToken).ConfigureAwait(false)).Vols);
}
