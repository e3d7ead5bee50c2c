using System.Runtime.InteropServices;

namespace Lodge.Storage.Native;

/// <summary>Where a path leads once every link in it is followed.</summary>
internal static unsafe partial class RealPath
{
    /// <summary>Follows a path; itself where it leads nowhere.</summary>
    public static string Of(string path)
    {
        var found = Resolve(path, null);
        if (found is null)
            return path;
        try
        {
            return Marshal.PtrToStringUTF8((nint)found) ?? path;
        }
        finally
        {
            NativeMemory.Free(found);
        }
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* Resolve(string path, byte* buffer);
}
