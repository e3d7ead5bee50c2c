using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>Numbers of guests among the sockets between host and guests.</summary>
internal static unsafe partial class LibC
{
    internal const int EADDRINUSE = 98;

    private const nuint VHOST_VSOCK_SET_GUEST_CID = 0x4008AF60;

    /// <summary>Gives an open vhost-vsock device a guest's number; 0, or the error's number.</summary>
    /// <remarks>Source: <c>linux/vhost.h</c>.</remarks>
    internal static int SetGuestCid(SafeHandle device, ulong number) =>
        SetNumber(device, VHOST_VSOCK_SET_GUEST_CID, &number) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int SetNumber(SafeHandle file, nuint request, ulong* number);
}
