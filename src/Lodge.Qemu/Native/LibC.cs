using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>The calls into the C library that have no counterpart in .NET; a partial per concern.</summary>
internal static partial class LibC
{
    private const string Library = "libc";

    internal const int EINTR = 4;
    internal const int EAGAIN = 11;
    internal const int ECHILD = 10;
    internal const int ESRCH = 3;

    /// <summary>The system's text for an errno, as <c>strerror</c> gives it.</summary>
    internal static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);
}
