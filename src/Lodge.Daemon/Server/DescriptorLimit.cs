using System.Runtime.InteropServices;

namespace Lodge.Daemon.Server;

/// <summary>The most descriptors the daemon may have open: one for each client, and several for each guest.</summary>
internal static unsafe partial class DescriptorLimit
{
    private const int OpenFiles = 7;

    /// <summary>Raises the limit as far as the system allows without privilege.</summary>
    public static void Raise()
    {
        var limit = stackalloc ulong[2];
        if (Get(OpenFiles, limit) == 0 && limit[0] < limit[1])
        {
            limit[0] = limit[1];
            _ = Set(OpenFiles, limit);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int resource, ulong* limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int Set(int resource, ulong* limit);
}
