using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>
/// Starting a program (<c>posix_spawn(3)</c>): no copy of this process's memory, and no thread of ours in between.
/// </summary>
internal static unsafe partial class LibC
{
    // Room for glibc's posix_spawnattr_t and posix_spawn_file_actions_t, with some to spare.
    private const int SpawnAttributesSize = 512;
    private const int FileActionsSize = 256;
    private const int SignalSetSize = 128;

    private const short POSIX_SPAWN_SETSIGDEF = 0x04;
    private const short POSIX_SPAWN_SETSIGMASK = 0x08;
    private const short POSIX_SPAWN_SETSID = 0x80;

    /// <summary>Starts a program in a session of its own, with no signal blocked or ignored.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">A null-terminated list.</param>
    /// <param name="environment">A null-terminated list.</param>
    /// <param name="files">Pairs: our descriptor and its number there. No number may be one of ours.</param>
    /// <returns>The process id, or minus the errno.</returns>
    internal static int Spawn(
        string path, byte** arguments, byte** environment, ReadOnlySpan<(int Ours, int Theirs)> files)
    {
        var attributes = stackalloc byte[SpawnAttributesSize];
        var actions = stackalloc byte[FileActionsSize];
        var signals = stackalloc byte[SignalSetSize];
        InitializeAttributes(attributes);
        InitializeActions(actions);
        try
        {
            EmptySet(signals);
            SetMask(attributes, signals);
            FillSet(signals);
            SetDefaults(attributes, signals);
            SetFlags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
            foreach (var (ours, theirs) in files) AddDuplicate(actions, ours, theirs);
            var error = PosixSpawn(out var pid, path, actions, attributes, arguments, environment);
            return error == 0 ? pid : -error;
        }
        finally
        {
            DestroyActions(actions);
            DestroyAttributes(attributes);
        }
    }

    [LibraryImport(Library, EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PosixSpawn(
        out int pid, string path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_init")]
    private static partial void InitializeAttributes(byte* attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_destroy")]
    private static partial void DestroyAttributes(byte* attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setflags")]
    private static partial void SetFlags(byte* attributes, short flags);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial void SetMask(byte* attributes, byte* signals);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial void SetDefaults(byte* attributes, byte* signals);

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_init")]
    private static partial void InitializeActions(byte* actions);

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial void DestroyActions(byte* actions);

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial void AddDuplicate(byte* actions, int ours, int theirs);

    [LibraryImport(Library, EntryPoint = "sigemptyset")]
    private static partial void EmptySet(byte* signals);

    [LibraryImport(Library, EntryPoint = "sigfillset")]
    private static partial void FillSet(byte* signals);
}
