using Lodge.Model.Storage;

namespace Lodge.Storage.Pools;

/// <summary>All that is known of a pool at one instant; never changed, so that readers never wait.</summary>
public sealed record PoolSnapshot
{
    /// <summary>The definition that counts now: of the pool that is active, or else the stored one.</summary>
    public required StoragePoolDefinition Definition { get; init; }

    /// <summary>
    /// The stored definition that takes its place once the pool stops; null where nobody defined another.
    /// </summary>
    public StoragePoolDefinition? NextDefinition { get; init; }

    /// <summary>Whether volumes can be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether it is being built or started.</summary>
    public bool IsStarting { get; init; }

    /// <summary>Whether it is there when it has stopped.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>Whether it starts with the daemon.</summary>
    public bool IsAutostart { get; init; }

    /// <summary>Whether it is gone: undefined, or stopped and transient.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>How much there is and how much is used; of the last look at an inactive pool.</summary>
    public StoragePoolUsage Usage { get; init; }

    /// <summary>The volumes; none of an inactive pool.</summary>
    public VolumeSet Volumes { get; init; } = VolumeSet.Empty;

    /// <summary>How many long works go on at its volumes.</summary>
    public int LongWorks { get; init; }

    /// <summary>The pool's name.</summary>
    public string Name => Definition.Name;
}
