using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Lodge.Host.Native;
using Lodge.Host.Netlink;

namespace Lodge.Host.Packets;

/// <summary>Frames of one network device, as the kernel's filter lets them through; also sends frames.</summary>
/// <remarks>Source: <c>packet(7)</c>.</remarks>
public sealed class PacketSocket : IDisposable
{
    private const int Family = 17;
    private const int RawCloseOnExec = 3 | 0x80000;
    private const ushort AllFrames = 3;
    private const int SocketLevel = 1;
    private const int AttachFilter = 26;

    private readonly Socket _socket;

    private PacketSocket(Socket socket) => _socket = socket;

    /// <summary>Listens on a device.</summary>
    /// <param name="device">Its index (<see cref="RouteNetlink.IndexOfAsync"/>).</param>
    /// <param name="filter">Which frames to take; none takes all.</param>
    /// <exception cref="NetlinkException">The kernel refuses, or there is no such device.</exception>
    public static PacketSocket Open(int device, ReadOnlySpan<PacketFilterStep> filter = default)
    {
        // Without a protocol nothing comes in before the filter stands.
        var descriptor = LibC.Socket(Family, RawCloseOnExec, 0);
        if (descriptor < 0) throw new NetlinkException(Marshal.GetLastPInvokeError());
        var handle = new SafeSocketHandle(descriptor, ownsHandle: true);
        var address = new LibC.PacketAddress
        {
            Family = Family,
            Protocol = BinaryPrimitives.ReverseEndianness(AllFrames),
            Device = device,
        };
        if ((!filter.IsEmpty && !Attach(handle, filter))
            || LibC.BindPacket(handle, in address, Marshal.SizeOf<LibC.PacketAddress>()) < 0)
        {
            var number = Marshal.GetLastPInvokeError();
            handle.Dispose();
            throw new NetlinkException(number);
        }

        return new PacketSocket(new Socket(handle));
    }

    /// <summary>Waits for a frame.</summary>
    /// <returns>Its length; what does not fit into the buffer is cut off.</returns>
    /// <exception cref="SocketException">The device is gone or down.</exception>
    public ValueTask<int> ReceiveAsync(Memory<byte> frame, CancellationToken cancellation = default) =>
        _socket.ReceiveAsync(frame, SocketFlags.None, cancellation);

    /// <summary>Sends a frame out of the device.</summary>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation = default) =>
        _socket.SendAsync(frame, SocketFlags.None, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static unsafe bool Attach(SafeSocketHandle socket, ReadOnlySpan<PacketFilterStep> filter)
    {
        fixed (PacketFilterStep* steps = filter)
        {
            var program = new LibC.PacketProgram { Length = (ushort)filter.Length, Steps = (nint)steps };
            return LibC.SetPacketFilter(socket, SocketLevel, AttachFilter, in program, sizeof(LibC.PacketProgram)) == 0;
        }
    }
}
