namespace Lodge.Install.Facts;

/// <summary>What lies at a path of the host.</summary>
internal enum PathKind
{
    /// <summary>Nothing, or what cannot be looked at.</summary>
    Missing,

    /// <summary>A file.</summary>
    File,

    /// <summary>A block device.</summary>
    Block,

    /// <summary>A folder.</summary>
    Folder,
}
