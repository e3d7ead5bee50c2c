using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends;

/// <summary>
/// What a type of pool does with the host. The driver calls it with the pool's job held, one call at a time.
/// </summary>
public interface IPoolBackend
{
    /// <summary>The type.</summary>
    StoragePoolType Type { get; }

    /// <summary>What it does with volumes.</summary>
    IVolumeBackend Volumes { get; }

    /// <summary>Whether a pool is active that a daemon before this one started.</summary>
    ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation);

    /// <summary>
    /// Makes what the pool stands on: the folder, the file system, the volume group, the label of the disk.
    /// </summary>
    /// <exception cref="VirException">It cannot be made, or is there and not to be overwritten.</exception>
    ValueTask BuildAsync(
        StoragePoolDefinition pool, VirStoragePoolBuildFlags flags, CancellationToken cancellation) => default;

    /// <summary>Makes the pool usable: mounts, logs in, activates.</summary>
    ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation) => default;

    /// <summary>Looks at the pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="known">What the look before found; saves looking again at what did not change.</param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask<PoolContents> RefreshAsync(StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation);

    /// <summary>Gives back what <see cref="StartAsync"/> took.</summary>
    ValueTask StopAsync(StoragePoolDefinition pool, CancellationToken cancellation) => default;

    /// <summary>Takes away what <see cref="BuildAsync"/> made.</summary>
    ValueTask DeleteAsync(
        StoragePoolDefinition pool, VirStoragePoolDeleteFlags flags, CancellationToken cancellation) =>
        throw StorageError.NoSupport("pool does not support pool deletion");

    /// <summary>Looks for what pools of the type could stand on.</summary>
    /// <param name="specification">A <c>&lt;source&gt;</c> that says where to look, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>A <c>&lt;sources&gt;</c> document.</returns>
    /// <exception cref="VirException">VIR_ERR_NO_SUPPORT where the type has no such search.</exception>
    ValueTask<string> FindSourcesAsync(string? specification, CancellationToken cancellation) =>
        throw StorageError.NoSupport($"pool type '{Type.ToXml()}' does not support source discovery");
}
