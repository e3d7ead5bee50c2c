using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>Finds where a storage pool's volumes lie.</summary>
public interface IVolumeResolver
{
    /// <summary>Finds a volume.</summary>
    /// <returns>The file, device or network address it is.</returns>
    /// <exception cref="VirException">
    /// There is no such pool (<c>VIR_ERR_NO_STORAGE_POOL</c>) or volume (<c>VIR_ERR_NO_STORAGE_VOL</c>).
    /// </exception>
    ValueTask<StorageSource> ResolveAsync(PoolVolume volume, CancellationToken cancellation);
}
