using System.Runtime.InteropServices;

namespace Lodge.Security.Native;

/// <summary>
/// The calls into libselinux. The library is loaded with the first of them, so that a host without it runs as well.
/// </summary>
/// <remarks>Source: <c>selinux(8)</c>, <c>selabel_open(3)</c>, <c>getcon(3)</c>, <c>getfilecon(3)</c>.</remarks>
internal static unsafe partial class LibSelinux
{
    internal const uint SELABEL_CTX_FILE = 0;
    internal const int SELABEL_OPT_PATH = 3;
    private const string Library = "libselinux.so.1";

    /// <summary>Whether the host has the library.</summary>
    internal static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    [StructLayout(LayoutKind.Sequential)]
    internal struct Option
    {
        public int Type;
        public byte* Value;
    }

    /// <summary>Takes a text that the library made, and frees it.</summary>
    internal static string Take(byte* text)
    {
        try
        {
            return Marshal.PtrToStringUTF8((nint)text) ?? "";
        }
        finally
        {
            FreeContext(text);
        }
    }

    [LibraryImport(Library, EntryPoint = "is_selinux_enabled")]
    internal static partial int IsEnabled();

    [LibraryImport(Library, EntryPoint = "security_getenforce")]
    internal static partial int GetEnforce();

    [LibraryImport(Library, EntryPoint = "selinux_policy_root")]
    internal static partial byte* PolicyRoot();

    [LibraryImport(Library, EntryPoint = "getcon_raw", SetLastError = true)]
    internal static partial int GetContext(byte** context);

    [LibraryImport(Library, EntryPoint = "getpidcon_raw", SetLastError = true)]
    internal static partial int GetContextOf(int pid, byte** context);

    [LibraryImport(
        Library, EntryPoint = "getfilecon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GetFileContext(string path, byte** context);

    [LibraryImport(
        Library, EntryPoint = "lgetfilecon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GetLinkContext(string path, byte** context);

    [LibraryImport(
        Library, EntryPoint = "setfilecon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetFileContext(string path, string context);

    [LibraryImport(
        Library, EntryPoint = "lsetfilecon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetLinkContext(string path, string context);

    [LibraryImport(
        Library, EntryPoint = "setexeccon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetProgramContext(string? context);

    [LibraryImport(
        Library, EntryPoint = "setsockcreatecon_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetSocketContext(string? context);

    [LibraryImport(Library, EntryPoint = "security_check_context_raw", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CheckContext(string context);

    [LibraryImport(Library, EntryPoint = "security_get_boolean_active", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GetBoolean(string name);

    [LibraryImport(Library, EntryPoint = "selinux_check_access", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CheckAccess(
        string source, string target, string kind, string permission, nint audited);

    [LibraryImport(Library, EntryPoint = "is_context_customizable", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int IsCustomizable(string context);

    [LibraryImport(Library, EntryPoint = "selabel_open", SetLastError = true)]
    internal static partial nint OpenLabels(uint backend, Option* options, uint count);

    [LibraryImport(
        Library, EntryPoint = "selabel_lookup_raw", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int FindLabel(nint handle, byte** context, string path, int mode);

    [LibraryImport(Library, EntryPoint = "selabel_close")]
    internal static partial void CloseLabels(nint handle);

    [LibraryImport(Library, EntryPoint = "freecon")]
    private static partial void FreeContext(byte* context);
}
