using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>A host without storage pools: every one asked for is missing.</summary>
public sealed class EmptyVolumeResolver : IVolumeResolver
{
    /// <inheritdoc />
    public ValueTask<StorageSource> ResolveAsync(PoolVolume volume, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(volume);
        throw new VirException(
            VirErrorNumber.VIR_ERR_NO_STORAGE_POOL,
            VirErrorDomain.VIR_FROM_STORAGE,
            $"no storage pool with matching name '{volume.Pool}'");
    }
}
