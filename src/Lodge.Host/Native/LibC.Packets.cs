using System.Runtime.InteropServices;

namespace Lodge.Host.Native;

/// <summary>Sockets that see frames.</summary>
internal static unsafe partial class LibC
{
    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int BindPacket(SafeHandle socket, in PacketAddress address, int length);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetPacketFilter(
        SafeHandle socket, int level, int option, in PacketProgram program, int length);

    /// <summary><c>sockaddr_ll</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PacketAddress
    {
        public ushort Family;
        public ushort Protocol;
        public int Device;
        public ushort Hardware;
        public byte Way;
        public byte AddressLength;
        public ulong Address;
    }

    /// <summary><c>struct sock_fprog</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PacketProgram
    {
        public ushort Length;
        public nint Steps;
    }
}
