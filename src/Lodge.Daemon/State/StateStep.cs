namespace Lodge.Daemon.State;

/// <summary>The points of a durable change after which a crash leaves something different on the disk.</summary>
internal enum StateStep
{
    /// <summary>The temporary file exists, empty.</summary>
    Created,

    /// <summary>The temporary file has all its content, perhaps only in memory.</summary>
    Written,

    /// <summary>The content of the temporary file is on the disk.</summary>
    Synced,

    /// <summary>A journal that is on the disk says what the file will hold.</summary>
    Journaled,

    /// <summary>The file has its final name, perhaps only in memory.</summary>
    Renamed,

    /// <summary>A file or link is gone, perhaps only in memory.</summary>
    Removed,

    /// <summary>The names in the folder are on the disk.</summary>
    FolderSynced,
}
