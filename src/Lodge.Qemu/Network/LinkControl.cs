using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Network;

/// <summary>The few requests to the kernel that a guest's network link needs.</summary>
/// <remarks>Source: Linux <c>netdevice(7)</c>, <c>if_tun.h</c>, <c>sockios.h</c>.</remarks>
internal static partial class LinkControl
{
    private const int NameSize = 16;
    private const int RequestSize = 40;

    private const nuint TunSetInterface = 0x400454ca;
    private const nuint GetFlags = 0x8913;
    private const nuint SetFlags = 0x8914;
    private const nuint GetMtu = 0x8921;
    private const nuint SetMtu = 0x8922;
    private const nuint SetHardwareAddress = 0x8924;
    private const nuint GetIndex = 0x8933;
    private const nuint BridgeAddInterface = 0x89a2;

    private const short LinkUp = 0x1;
    private const ushort EthernetHardware = 1;

    private const int OpenReadWriteCloseOnExec = 0x2 | 0x80000;
    private const int UnixSocket = 1;
    private const int DatagramCloseOnExec = 2 | 0x80000;

    /// <summary>Opens a tap device's control file.</summary>
    public static SafeFileHandle OpenTun(string path)
    {
        var descriptor = Open(path, OpenReadWriteCloseOnExec);
        if (descriptor < 0) throw Failure($"Unable to open {path}, is tun module loaded?");
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Makes an open control file a queue of a tap device.</summary>
    public static void AttachTun(SafeFileHandle tun, string name, TapFlags flags)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        BinaryPrimitives.WriteInt16LittleEndian(request[NameSize..], (short)flags);
        Control(tun, TunSetInterface, request, $"Unable to create tap device {name}");
    }

    /// <summary>A link's greatest packet, in bytes.</summary>
    public static int ReadMtu(string name)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        Control(GetMtu, request, $"Cannot get interface MTU on '{name}'");
        return BinaryPrimitives.ReadInt32LittleEndian(request[NameSize..]);
    }

    /// <summary>Sets a link's greatest packet, in bytes.</summary>
    public static void WriteMtu(string name, int mtu)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        BinaryPrimitives.WriteInt32LittleEndian(request[NameSize..], mtu);
        Control(SetMtu, request, $"Cannot set interface MTU on '{name}'");
    }

    /// <summary>Sets a link's hardware address.</summary>
    public static void WriteAddress(string name, ReadOnlySpan<byte> address)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        BinaryPrimitives.WriteUInt16LittleEndian(request[NameSize..], EthernetHardware);
        address.CopyTo(request[(NameSize + 2)..]);
        Control(SetHardwareAddress, request, $"Cannot set interface MAC on '{name}'");
    }

    /// <summary>Brings a link up or down.</summary>
    public static void WriteOnline(string name, bool online)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        Control(GetFlags, request, $"Cannot get interface flags on '{name}'");
        var flags = BinaryPrimitives.ReadInt16LittleEndian(request[NameSize..]);
        var wanted = (short)(online ? flags | LinkUp : flags & ~LinkUp);
        if (wanted == flags) return;
        BinaryPrimitives.WriteInt16LittleEndian(request[NameSize..], wanted);
        Control(SetFlags, request, $"Cannot set interface flags on '{name}'");
    }

    /// <summary>Plugs a link into a bridge.</summary>
    public static void JoinBridge(string bridge, string name)
    {
        Span<byte> request = stackalloc byte[RequestSize];
        Name(request, name);
        Control(GetIndex, request, $"Unable to get index for interface {name}");
        var index = BinaryPrimitives.ReadInt32LittleEndian(request[NameSize..]);

        request.Clear();
        Name(request, bridge);
        BinaryPrimitives.WriteInt32LittleEndian(request[NameSize..], index);
        Control(BridgeAddInterface, request, $"Unable to add bridge {bridge} port {name}");
    }

    private static void Name(Span<byte> request, string name)
    {
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) >= NameSize || name.Contains('\0'))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Network interface name '{name}' is too long: Numerical result out of range");
        }

        Encoding.UTF8.GetBytes(name, request);
    }

    private static void Control(nuint code, Span<byte> request, string failure)
    {
        var descriptor = Socket(UnixSocket, DatagramCloseOnExec, 0);
        if (descriptor < 0) throw Failure("Cannot open network interface control socket");
        using var socket = new SafeFileHandle(descriptor, ownsHandle: true);
        Control(socket, code, request, failure);
    }

    private static void Control(SafeHandle file, nuint code, Span<byte> request, string failure)
    {
        if (IoControl(file, code, ref MemoryMarshal.GetReference(request)) < 0) throw Failure(failure);
    }

    private static VirException Failure(string what)
    {
        var number = Marshal.GetLastPInvokeError();
        return new VirException(new VirError
        {
            Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            Domain = VirErrorDomain.VIR_FROM_NONE,
            Message = $"{what}: {Marshal.GetPInvokeErrorMessage(number)}",
            Text1 = "%s",
            Text2 = what,
            Number1 = number,
        });
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoControl(SafeHandle file, nuint code, ref byte request);
}
