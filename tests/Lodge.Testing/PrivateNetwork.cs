using System.Runtime.InteropServices;

namespace Lodge.Testing;

/// <summary>
/// Runs code on a thread with a network namespace of its own: what it makes harms nothing, and is gone when its last
/// socket
/// is closed. Sockets opened there stay there, wherever they are used later; new threads and programs do not follow.
/// </summary>
public static partial class PrivateNetwork
{
    private const int NewNetwork = 0x40000000;

    /// <summary>Whether this user may make one.</summary>
    public static bool IsAllowed => Environment.IsPrivilegedProcess;

    /// <summary>Makes a namespace and opens something in it.</summary>
    /// <exception cref="InvalidOperationException">The kernel refuses.</exception>
    public static T Open<T>(Func<T> open)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (Unshare(NewNetwork) != 0)
                    throw new InvalidOperationException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
                result = open();
            }
            catch (Exception caught)
            {
                failure = caught;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException(failure.Message, failure);
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);
}
