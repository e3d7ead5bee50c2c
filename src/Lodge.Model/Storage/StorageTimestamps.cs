namespace Lodge.Model.Storage;

/// <summary>When a file was used and changed.</summary>
/// <param name="Accessed">When it was read.</param>
/// <param name="Modified">When its content changed.</param>
/// <param name="Changed">When its status changed.</param>
/// <param name="Born">When it was made; zero, which libvirt writes on Linux.</param>
public sealed record StorageTimestamps(
    StorageTime Accessed, StorageTime Modified, StorageTime Changed, StorageTime Born = default);
