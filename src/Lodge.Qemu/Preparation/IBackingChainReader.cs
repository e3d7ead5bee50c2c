using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>Finds what lies below an image; QEMU is told every image of a chain by name.</summary>
public interface IBackingChainReader
{
    /// <summary>Fills in what nobody said of an image's chain, and sees that what was said is there.</summary>
    /// <exception cref="VirException">An image is missing, or its chain cannot be followed.</exception>
    ValueTask ReadAsync(StorageSource top, CancellationToken cancellation);
}
