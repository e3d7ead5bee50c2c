namespace Lodge.Daemon.State;

/// <summary>Tells a file that was written from every other that may stand in its place later.</summary>
/// <param name="Node">Its number in the file system.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Modified">When its content was last changed, in nanoseconds since 1970.</param>
internal readonly record struct FileStamp(ulong Node, ulong Size, long Modified);
