using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.State;

/// <summary>
/// The few system calls durable files need and .NET does not offer: work relative to an open directory, and its fsync.
/// </summary>
internal static partial class PosixFile
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int Truncate = 0x200;
    public const int Directory = 0x10000;
    public const int NoFollow = 0x20000;
    public const int CloseOnExec = 0x80000;
    public const int PathOnly = 0x200000;
    public const int Unnamed = 0x410000;

    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int Exists = 17;
    public const int TooManyLinks = 40;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenAt(int folder, string name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static unsafe partial nint Write(int file, byte* data, nuint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    public static partial int SyncFileSystem(int file);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int SyncData(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    public static unsafe partial nint WriteAt(SafeFileHandle file, byte* data, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    private static partial int SyncRange(int file, long offset, long count, uint flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int ExtendedStatus(int folder, string path, int flags, uint mask, uint* status);

    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    public static unsafe partial int FileSystemStatus(int file, long* status);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt(int fromFolder, string from, int toFolder, string to);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkAt(int fromFolder, string from, int toFolder, string to, int flags);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnlinkAt(int folder, string name, int flags);

    [LibraryImport("libc", EntryPoint = "symlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SymlinkAt(string target, int folder, string name);

    /// <summary>
    /// Writes a file's content to its disk, and waits for it; its size and place are left to the journal.
    /// </summary>
    public static int WriteOut(int file)
    {
        const uint WaitBefore = 1, Write = 2, WaitAfter = 4;
        return SyncRange(file, 0, 0, WaitBefore | Write | WaitAfter);
    }

    /// <summary>Gives an open file its first name, which nothing in the folder may have.</summary>
    /// <remarks>Source: open(2), on <c>O_TMPFILE</c>.</remarks>
    public static int Name(int file, int folder, string name)
    {
        const int Anywhere = -100, FollowLink = 0x400;
        return LinkAt(Anywhere, $"/proc/self/fd/{file}", folder, name, FollowLink);
    }

    /// <summary>The number of the device that an open file is on; null where the kernel does not say.</summary>
    /// <remarks>Source: statx(2); the numbers are <c>stx_dev_major</c> and <c>stx_dev_minor</c>.</remarks>
    public static unsafe (uint Major, uint Minor)? DeviceOf(int file)
    {
        const int EmptyPath = 0x1000, Words = 64, MajorAt = 34, MinorAt = 35;
        var status = stackalloc uint[Words];
        return ExtendedStatus(file, "", EmptyPath, 0, status) == 0 ? (status[MajorAt], status[MinorAt]) : null;
    }

    /// <summary>
    /// When a file's content was last changed, in nanoseconds since 1970; null where there is none.
    /// </summary>
    /// <param name="folder">An open folder, or with an empty name the open file itself.</param>
    /// <param name="name">The file's name in the folder; a link is not followed.</param>
    public static long? ModifiedAt(int folder, string name) =>
        StampOf(folder, name) is var stamp && stamp != default ? stamp.Modified : null;

    /// <summary>The stamp of a file; nothing but zeros where there is none.</summary>
    /// <param name="folder">An open folder, or with an empty name the open file itself.</param>
    /// <param name="name">The file's name in the folder; a link is not followed.</param>
    /// <remarks>Source: statx(2), <c>stx_ino</c>, <c>stx_size</c>, <c>stx_mtime</c>.</remarks>
    public static unsafe FileStamp StampOf(int folder, string name)
    {
        const int EmptyPath = 0x1000, LinkItself = 0x100;
        const int Words = 64, NodeAt = 8, SizeAt = 10, SecondsAt = 28, NanosecondsAt = 30;
        const uint Modified = 0x40, Node = 0x100, Size = 0x200;
        var status = stackalloc uint[Words];
        if (ExtendedStatus(folder, name, EmptyPath | LinkItself, Modified | Node | Size, status) != 0)
            return default;
        return new FileStamp(
            *(ulong*)(status + NodeAt),
            *(ulong*)(status + SizeAt),
            (*(long*)(status + SecondsAt) * 1_000_000_000) + status[NanosecondsAt]);
    }

    /// <summary>The time that a file changed now would have, in nanoseconds since 1970.</summary>
    public static long Now() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The error of the call just made, in libvirt's words: what failed, then the system's own text.</summary>
    public static VirException LastError(string what)
    {
        var number = Marshal.GetLastPInvokeError();
        return new VirException(new VirError
        {
            Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            Domain = VirErrorDomain.VIR_FROM_NONE,
            Message = $"{what}: {Marshal.GetPInvokeErrorMessage(number)}",
            Text1 = "%s",
            Text2 = $"{what}: {Marshal.GetPInvokeErrorMessage(number)}",
            Number1 = number,
        });
    }
}
