using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the volume is now.</content>
public sealed partial class StorageVolume
{
    /// <summary>Asks for kind and sizes. (<c>virStorageVolGetInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolumeInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await Rpc.StorageVolGetInfoAsync(new() { Vol = Wire }, cancellationToken).ConfigureAwait(false);
        return new((VirStorageVolType)info.Type, info.Capacity, info.Allocation);
    }

    /// <summary>Asks for kind and sizes, the physical one if wanted. (<c>virStorageVolGetInfoFlags</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<StorageVolumeInfo> GetInfoFlagsAsync(
        VirStorageVolInfoFlags flags = 0, CancellationToken cancellationToken = default)
    {
        var info = await Rpc.StorageVolGetInfoFlagsAsync(new() { Vol = Wire, Flags = (uint)flags }, cancellationToken)
            .ConfigureAwait(false);
        return new((VirStorageVolType)info.Type, info.Capacity, info.Allocation);
    }
}
