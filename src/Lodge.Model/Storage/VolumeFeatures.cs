namespace Lodge.Model.Storage;

/// <summary>What a qcow2 volume has beyond its first version (<c>&lt;features&gt;</c>).</summary>
[Flags]
public enum VolumeFeatures
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>lazy_refcounts</c>: counts of clusters are written late, and mended after a crash.</summary>
    LazyRefcounts = 1,

    /// <summary><c>extended_l2</c>: clusters are allocated in parts.</summary>
    ExtendedL2 = 2,
}
