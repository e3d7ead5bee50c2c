using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>What a process can change about itself before it becomes another program.</summary>
internal static unsafe partial class LibC
{
    internal const int PR_CAPBSET_DROP = 24;

    [StructLayout(LayoutKind.Sequential)]
    internal struct ResourceLimitValues
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport(Library, EntryPoint = "execve", SetLastError = true)]
    internal static partial int Execute(byte* path, byte** arguments, byte** environment);

    [LibraryImport(Library, EntryPoint = "_exit")]
    internal static partial void Exit(int status);

    [LibraryImport(Library, EntryPoint = "getuid")]
    internal static partial uint GetUid();

    [LibraryImport(Library, EntryPoint = "setresuid", SetLastError = true)]
    internal static partial int SetUids(uint real, uint effective, uint saved);

    [LibraryImport(Library, EntryPoint = "setresgid", SetLastError = true)]
    internal static partial int SetGids(uint real, uint effective, uint saved);

    [LibraryImport(Library, EntryPoint = "setgroups", SetLastError = true)]
    internal static partial int SetGroups(nuint count, uint* groups);

    [LibraryImport(Library, EntryPoint = "umask")]
    internal static partial void SetUmask(uint mask);

    [LibraryImport(Library, EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetLimit(int resource, ResourceLimitValues* limit);

    [LibraryImport(Library, EntryPoint = "prctl", SetLastError = true)]
    internal static partial int ProcessControl(int option, nuint argument);

    [LibraryImport(Library, EntryPoint = "chdir", SetLastError = true)]
    internal static partial int ChangeDirectory(byte* path);

    [LibraryImport(Library, EntryPoint = "signal", SetLastError = true)]
    internal static partial nint SetSignal(int number, nint handler);
}
