using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class StorageVolume
{
    /// <summary>Calls libvirt. (<c>virStoragePoolLookupByVolume</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePool> LookupPoolAsync(CancellationToken cancellationToken = default) =>
        new StoragePool(Connection, (await Rpc.StoragePoolLookupByVolumeAsync(
            new() { Vol = Wire }, cancellationToken).ConfigureAwait(false)).Pool);

    /// <summary>Calls libvirt. (<c>virStorageVolDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(VirStorageVolDeleteFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolDeleteAsync(new() { Vol = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virStorageVolGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.StorageVolGetXmlDescAsync(
            new() { Vol = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Calls libvirt. (<c>virStorageVolGetPath</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetPathAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.StorageVolGetPathAsync(new() { Vol = Wire }, cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>Calls libvirt. (<c>virStorageVolWipe</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask WipeAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolWipeAsync(new() { Vol = Wire, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virStorageVolWipePattern</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask WipePatternAsync(
        VirStorageVolWipeAlgorithm algorithm, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolWipePatternAsync(
            new() { Vol = Wire, Algorithm = (uint)algorithm, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virStorageVolResize</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResizeAsync(
        ulong capacity, VirStorageVolResizeFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.StorageVolResizeAsync(new() { Vol = Wire, Capacity = capacity, Flags = (uint)flags }, cancellationToken);
}
