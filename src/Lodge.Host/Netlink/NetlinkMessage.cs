using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lodge.Host.Netlink;

/// <summary>A message from the kernel.</summary>
/// <param name="Type">Its type, such as <c>RTM_NEWLINK</c>.</param>
/// <param name="Body">Everything behind the netlink header.</param>
public readonly record struct NetlinkMessage(ushort Type, ReadOnlyMemory<byte> Body)
{
    /// <summary>The family's own header.</summary>
    /// <exception cref="InvalidDataException">The message is shorter.</exception>
    public T Header<T>()
        where T : unmanaged =>
        Body.Length >= Unsafe.SizeOf<T>() ? MemoryMarshal.Read<T>(Body.Span) : throw Short();

    /// <summary>The attributes behind a family header of that type.</summary>
    public NetlinkAttributes Attributes<T>()
        where T : unmanaged
    {
        var start = (Unsafe.SizeOf<T>() + 3) & ~3;
        return Body.Length >= start ? new NetlinkAttributes(Body.Span[start..]) : throw Short();
    }

    private static InvalidDataException Short() => new("a netlink message is shorter than its header");
}
