using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Security.Native;

/// <summary>The calls into the C library that owners and attributes of files need.</summary>
internal static unsafe partial class LibC
{
    private const string Library = "libc";

    internal const int EPERM = 1;
    internal const int ENOENT = 2;
    internal const int EINVAL = 22;
    internal const int EROFS = 30;
    internal const int ENOSYS = 38;
    internal const int ENODATA = 61;
    internal const int EOPNOTSUPP = 95;

    internal const int O_RDWR = 2;
    internal const int O_NONBLOCK = 0x800;
    internal const int O_NOCTTY = 0x100;
    internal const int O_CLOEXEC = 0x80000;
    internal const int O_PATH = 0x200000;

    private const int AT_FDCWD = -100;
    private const int AT_SYMLINK_NOFOLLOW = 0x100;
    private const int TypeMask = 0xf000;
    private const int FolderType = 0x4000;
    private const int LinkType = 0xa000;
    private const long NFS_SUPER_MAGIC = 0x6969;
    private const int FileSystemStatusSize = 120;
    private const int AT_EMPTY_PATH = 0x1000;
    private const uint STATX_BASIC_STATS = 0x7ff;
    private const int F_OFD_SETLKW = 38;
    private const short F_WRLCK = 1;

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct ExtendedStatus
    {
        [FieldOffset(0x14)]
        public uint Uid;

        [FieldOffset(0x18)]
        public uint Gid;

        [FieldOffset(0x1c)]
        public ushort Mode;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct FileLock
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Pid;
    }

    /// <summary>The error of the call just made.</summary>
    internal static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>The system's text for an error.</summary>
    internal static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);

    internal static bool TryStatus(SafeFileHandle file, out ExtendedStatus status)
    {
        fixed (ExtendedStatus* start = &status)
            return Status(file, "", AT_EMPTY_PATH, STATX_BASIC_STATS, start) == 0;
    }

    /// <summary>The type and permissions of a file; a link counts as itself.</summary>
    internal static bool TryLinkMode(string path, out int mode)
    {
        var found = TryLinkStatus(path, out var status);
        mode = status.Mode;
        return found;
    }

    /// <summary>Whose a file is, and its type and permissions; a link counts as itself.</summary>
    internal static bool TryLinkStatus(string path, out ExtendedStatus status)
    {
        fixed (ExtendedStatus* start = &status)
            return Status(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, start) == 0;
    }

    /// <summary>Whether there is something under a path, be it a link to nothing.</summary>
    internal static bool Exists(string path) => TryLinkMode(path, out _);

    /// <summary>Whether a type and permissions are a folder's.</summary>
    internal static bool IsFolder(int mode) => (mode & TypeMask) == FolderType;

    /// <summary>Whether a type and permissions are a link's.</summary>
    internal static bool IsLink(int mode) => (mode & TypeMask) == LinkType;

    /// <summary>A path without any link in it; null where it leads nowhere.</summary>
    internal static string? RealPath(string path)
    {
        var found = Resolve(path, null);
        var text = Marshal.PtrToStringUTF8((nint)found);
        NativeMemory.Free(found);
        return text;
    }

    /// <summary>Whether a file lies on another host (<c>statfs(2)</c>).</summary>
    internal static bool IsOnNfs(string path)
    {
        var status = stackalloc byte[FileSystemStatusSize];
        return FileSystemStatus(path, status) == 0 && *(long*)status == NFS_SUPER_MAGIC;
    }

    internal static bool TryChangeOwner(SafeFileHandle file, uint uid, uint gid) =>
        ChangeOwner(file, "", uid, gid, AT_EMPTY_PATH) == 0;

    /// <summary>Locks a part of a file against all who ask, until the file is closed; waits for its turn.</summary>
    internal static bool TryLock(SafeFileHandle file, long start, long length)
    {
        var wanted = new FileLock { Type = F_WRLCK, Start = start, Length = length };
        return Control(file, F_OFD_SETLKW, &wanted) == 0;
    }

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "getxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GetAttribute(string path, string name, byte* value, nuint size);

    [LibraryImport(Library, EntryPoint = "setxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetAttribute(string path, string name, byte* value, nuint size, int flags);

    [LibraryImport(
        Library, EntryPoint = "removexattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int RemoveAttribute(string path, string name);

    [LibraryImport(
        Library, EntryPoint = "lremovexattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int RemoveLinkAttribute(string path, string name);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(SafeFileHandle folder, string path, int flags, uint mask, ExtendedStatus* status);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, ExtendedStatus* status);

    [LibraryImport(Library, EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* Resolve(string path, byte* buffer);

    [LibraryImport(Library, EntryPoint = "fchownat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(SafeFileHandle folder, string path, uint uid, uint gid, int flags);

    [LibraryImport(Library, EntryPoint = "statfs", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileSystemStatus(string path, byte* status);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, int command, FileLock* value);
}
