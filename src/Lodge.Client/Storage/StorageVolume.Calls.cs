using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class StorageVolume
{
    /// <summary>Finds the volume's pool. (<c>virStoragePoolLookupByVolume</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> LookupPoolAsync(CancellationToken cancellationToken = default) =>
        new StoragePool(Connection, (await Rpc.StoragePoolLookupByVolumeAsync(
            new() { Vol = Wire }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>Deletes the volume. (<c>virStorageVolDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(VirStorageVolDeleteFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolDeleteAsync(new() { Vol = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks for the volume's description, as XML. (<c>virStorageVolGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.StorageVolGetXmlDescAsync(
            new() { Vol = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Asks for the volume's path on the host. (<c>virStorageVolGetPath</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetPathAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StorageVolGetPathAsync(new() { Vol = Wire }, cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>Overwrites the volume with zeros. (<c>virStorageVolWipe</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask WipeAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolWipeAsync(new() { Vol = Wire, Flags = flags }, cancellationToken);

    /// <summary>Overwrites the volume in one of several ways. (<c>virStorageVolWipePattern</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask WipePatternAsync(
        VirStorageVolWipeAlgorithm algorithm, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolWipePatternAsync(
            new() { Vol = Wire, Algorithm = (uint)algorithm, Flags = flags }, cancellationToken);

    /// <summary>Changes the volume's size, in bytes. (<c>virStorageVolResize</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResizeAsync(
        ulong capacity, VirStorageVolResizeFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolResizeAsync(new() { Vol = Wire, Capacity = capacity, Flags = (uint)flags }, cancellationToken);
}
