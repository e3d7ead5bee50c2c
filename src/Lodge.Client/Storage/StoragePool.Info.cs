using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the pool is now.</content>
public sealed partial class StoragePool
{
    /// <summary>Asks for state and sizes. (<c>virStoragePoolGetInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StoragePoolInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await Rpc.StoragePoolGetInfoAsync(new() { Pool = Wire }, cancellationToken).ConfigureAwait(false);
        return new((VirStoragePoolState)info.State, info.Capacity, info.Allocation, info.Available);
    }

    /// <summary>Says whether the pool starts with the host. (<c>virStoragePoolSetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetAutostartAsync(bool autostart, CancellationToken cancellationToken = default) =>
        Rpc.StoragePoolSetAutostartAsync(new() { Pool = Wire, Autostart = autostart ? 1 : 0 }, cancellationToken);
}
