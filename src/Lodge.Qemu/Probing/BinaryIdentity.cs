using Lodge.Qemu.Native;

namespace Lodge.Qemu.Probing;

/// <summary>
/// What tells one build of a binary from another: what was found is valid only while all of it stays.
/// </summary>
/// <param name="Path">The path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">The last change of the content, in nanoseconds since 1970.</param>
/// <param name="Changed">The last change of the inode, likewise (tells also of a file put back with an old
/// date).</param>
/// <param name="KvmUsable">Whether KVM ran guests then; capabilities differ with it.</param>
internal readonly record struct BinaryIdentity(string Path, long Size, long Modified, long Changed, bool KvmUsable)
{
    /// <summary>Looks at a binary; null where there is none.</summary>
    public static BinaryIdentity? Of(string path, bool isKvmUsable) => LibC.Status(path) is var (size, written, changed)
        ? new BinaryIdentity(path, size, written, changed, isKvmUsable)
        : null;
}
