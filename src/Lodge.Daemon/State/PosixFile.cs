using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

/// <summary>The few system calls durable files need and .NET does not offer: work relative to an open directory, and its fsync.</summary>
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

    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int Exists = 17;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenAt(int folder, string name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static unsafe partial nint Write(int file, byte* data, nuint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt(int fromFolder, string from, int toFolder, string to);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnlinkAt(int folder, string name, int flags);

    [LibraryImport("libc", EntryPoint = "symlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SymlinkAt(string target, int folder, string name);

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
