using Lodge.Model.Domain;
using Lodge.Qemu.Preparation;
using Lodge.Storage.Chains;

namespace Lodge.Daemon.Storage;

/// <summary>What lies below guests' images, read from their headers.</summary>
internal sealed class ImageChains : IBackingChainReader
{
    /// <inheritdoc/>
    public ValueTask ReadAsync(StorageSource top, CancellationToken cancellation) =>
        BackingChain.ReadAsync(top, cancellation);
}
