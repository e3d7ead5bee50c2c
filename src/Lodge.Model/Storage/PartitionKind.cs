namespace Lodge.Model.Storage;

/// <summary>The kinds of partitions that a table of MS-DOS tells apart.</summary>
public enum PartitionKind
{
    /// <summary>No partition.</summary>
    None,

    /// <summary>A partition of its own.</summary>
    Primary,

    /// <summary>A partition inside the extended one.</summary>
    Logical,

    /// <summary>The partition that others lie in.</summary>
    Extended,
}
