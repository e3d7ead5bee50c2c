using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>Looks at no image: QEMU follows the chains by itself.</summary>
public sealed class UnreadChains : IBackingChainReader
{
    /// <inheritdoc />
    public ValueTask ReadAsync(StorageSource top, CancellationToken cancellation) => ValueTask.CompletedTask;
}
