using System.Runtime.InteropServices;
using System.Text;
using Lodge.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.NodeDevices;

/// <summary>What a network interface does in hardware, in libvirt's words and order.</summary>
/// <remarks>linux/ethtool.h; asked through <c>SIOCETHTOOL</c>.</remarks>
internal static unsafe class EthernetFeatures
{
    private const int InternetFamily = 2;
    private const int DatagramCloseOnExec = 2 | 0x80000;
    private const nuint Request = 0x8946;
    private const int NameLength = 16;

    private const uint GetFlags = 0x25;
    private const uint GetFeatures = 0x3a;
    private const uint FeatureBlocks = 2;
    private const uint UdpTunnel = 1u << 25;

    private static readonly (string Name, uint Command)[] Switches =
    [
        ("rx", 0x14), ("tx", 0x16), ("sg", 0x18), ("tso", 0x1e), ("gso", 0x23), ("gro", 0x2b),
    ];

    private static readonly (string Name, uint Flag)[] Flags =
    [
        ("lro", 1u << 15), ("rxvlan", 1u << 8), ("txvlan", 1u << 7), ("ntuple", 1u << 27), ("rxhash", 1u << 28),
    ];

    public static List<string> Read(string name, bool hasRdma)
    {
        var found = new List<string>();
        using var socket = new SafeFileHandle(
            LibC.Socket(InternetFamily, DatagramCloseOnExec, 0), ownsHandle: true);
        if (socket.IsInvalid || Encoding.UTF8.GetByteCount(name) >= NameLength)
        {
            return found;
        }

        found.AddRange(Switches.Where(one => Value(socket, name, one.Command) > 0).Select(static one => one.Name));
        var flags = Value(socket, name, GetFlags);
        found.AddRange(Flags.Where(one => (flags & one.Flag) != 0).Select(static one => one.Name));
        if (hasRdma)
        {
            found.Add("rdma");
        }

        if ((FirstActive(socket, name) & UdpTunnel) != 0)
        {
            found.Add("txudptnl");
        }

        return found;
    }

    private static uint Value(SafeFileHandle socket, string name, uint command)
    {
        var value = stackalloc uint[2] { command, 0 };
        return Ask(socket, name, value) ? value[1] : 0;
    }

    private static uint FirstActive(SafeFileHandle socket, string name)
    {
        // A command and a count, then for each block what is available, requested, active and never changed.
        var answer = stackalloc uint[2 + (4 * (int)FeatureBlocks)];
        answer[0] = GetFeatures;
        answer[1] = FeatureBlocks;
        return Ask(socket, name, answer) ? answer[4] : 0;
    }

    private static bool Ask(SafeFileHandle socket, string name, void* data)
    {
        var request = default(InterfaceRequest);
        Encoding.UTF8.GetBytes(name, new Span<byte>(request.Name, NameLength));
        request.Data = data;
        return LibC.Ioctl(socket, Request, &request) == 0;
    }

    [StructLayout(LayoutKind.Sequential, Size = 40)]
    private struct InterfaceRequest
    {
        public fixed byte Name[NameLength];
        public void* Data;
    }
}
