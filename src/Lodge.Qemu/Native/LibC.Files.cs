using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Native;

/// <summary>Descriptors: memory files, pairs of sockets, copies.</summary>
internal static unsafe partial class LibC
{
    internal const int O_RDONLY = 0;
    internal const int O_WRONLY = 1;
    internal const int O_RDWR = 2;
    internal const int O_CLOEXEC = 0x80000;

    internal const int CLOSE_RANGE_CLOEXEC = 4;

    private const int O_APPEND = 0x400;

    private const int F_SETFD = 2;
    private const int F_DUPFD_CLOEXEC = 1030;
    private const int FD_CLOEXEC = 1;
    private const uint MFD_CLOEXEC = 1;

    /// <summary>Makes a file that lives in memory only (<c>memfd_create(2)</c>).</summary>
    internal static SafeFileHandle CreateMemoryFile(string name) =>
        new(Check(MemoryFile(name, MFD_CLOEXEC), "memfd_create"), ownsHandle: true);

    /// <summary>Opens an existing file so that each write goes to its end.</summary>
    internal static SafeFileHandle OpenForAppend(string path) =>
        new(Check(OpenText(path, O_WRONLY | O_APPEND | O_CLOEXEC), $"open '{path}'"), ownsHandle: true);

    /// <summary>Copies a descriptor to the lowest free number from one up, closed on exec.</summary>
    internal static SafeFileHandle DuplicateFrom(SafeHandle file, int lowest) =>
        new(Check(Control(file, F_DUPFD_CLOEXEC, lowest), "fcntl"), ownsHandle: true);

    /// <summary>Has a descriptor closed when another program is executed.</summary>
    internal static int CloseOnExec(int file) => ControlNumber(file, F_SETFD, FD_CLOEXEC);

    private static int Check(int result, string call) => result >= 0
        ? result
        : throw new IOException($"{call}: {Describe(Marshal.GetLastPInvokeError())}");

    [LibraryImport(
        Library, EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemoryFile(string name, uint flags);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeHandle file, int command, int argument);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlNumber(int file, int command, int argument);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenText(string path, int flags);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int file, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "pread", SetLastError = true)]
    internal static partial nint ReadAt(int file, void* buffer, nuint length, long offset);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int file, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "lseek", SetLastError = true)]
    internal static partial long Seek(int file, long offset, int whence);

    [LibraryImport(Library, EntryPoint = "close")]
    internal static partial void Close(int file);

    [LibraryImport(Library, EntryPoint = "close_range", SetLastError = true)]
    internal static partial int CloseRange(uint first, uint last, int flags);
}
