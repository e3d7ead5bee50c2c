namespace Lodge.Qemu.Probing;

/// <summary>What tells one build of a binary from another: what was found is valid only while all of it stays.</summary>
/// <param name="Path">The path with links resolved.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">The time of the last change of the content, in ticks.</param>
/// <param name="Changed">The time of the last change of the inode, in ticks (catches a file put back with an old date).</param>
/// <param name="KvmUsable">Whether KVM ran guests then; capabilities differ with it.</param>
internal readonly record struct BinaryIdentity(string Path, long Size, long Modified, long Changed, bool KvmUsable);
