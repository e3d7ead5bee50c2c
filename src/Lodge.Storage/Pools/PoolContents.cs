using Lodge.Model.Storage;

namespace Lodge.Storage.Pools;

/// <summary>What a look at a pool found.</summary>
/// <param name="Definition">The pool's definition with what the look found of it: permissions, free extents.</param>
/// <param name="Usage">How much there is and how much is used.</param>
/// <param name="Volumes">The volumes.</param>
public sealed record PoolContents(
    StoragePoolDefinition Definition, StoragePoolUsage Usage, IReadOnlyCollection<StorageVolumeDefinition> Volumes);
