using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>What the system knows of a file beyond what .NET tells (<c>statx(2)</c>), and its owner.</summary>
internal static unsafe partial class LibC
{
    private const int AT_FDCWD = -100;
    private const uint STATX_BASIC_STATS = 0x7ff;

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct ExtendedStatus
    {
        [FieldOffset(0x14)]
        public uint User;

        [FieldOffset(0x18)]
        public uint Group;

        [FieldOffset(0x28)]
        public long Size;

        [FieldOffset(0x60)]
        public long ChangeSeconds;

        [FieldOffset(0x68)]
        public uint ChangeNanoseconds;

        [FieldOffset(0x70)]
        public long WriteSeconds;

        [FieldOffset(0x78)]
        public uint WriteNanoseconds;
    }

    /// <summary>
    /// Gives size, last write and last change of a file, times in nanoseconds since 1970; null where it is not there.
    /// </summary>
    internal static (long Size, long Written, long Changed)? Status(string path)
    {
        ExtendedStatus status;
        if (StatusOf(AT_FDCWD, path, 0, STATX_BASIC_STATS, &status) < 0) return null;
        return (
            status.Size,
            (status.WriteSeconds * 1_000_000_000) + status.WriteNanoseconds,
            (status.ChangeSeconds * 1_000_000_000) + status.ChangeNanoseconds);
    }

    /// <summary>Gives whom a file belongs to; null where it is not there.</summary>
    internal static (uint User, uint Group)? OwnerOf(string path)
    {
        ExtendedStatus status;
        return StatusOf(AT_FDCWD, path, 0, STATX_BASIC_STATS, &status) < 0 ? null : (status.User, status.Group);
    }

    /// <summary>Gives a file, or a link itself, to another owner.</summary>
    [LibraryImport(Library, EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ChangeLinkOwner(string path, uint user, uint group);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatusOf(int folder, string path, int flags, uint mask, ExtendedStatus* status);
}
