using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Lodge.Host.Netlink;

/// <summary>
/// A message to the kernel as it is put together: the family's own header, then attributes, each aligned to four bytes.
/// Numbers are in the machine's order.
/// </summary>
/// <remarks>Source: Linux <c>netlink(7)</c>, <c>rtnetlink(7)</c>.</remarks>
public sealed class NetlinkRequest
{
    internal const int HeaderSize = 16;

    private byte[] _bytes = new byte[256];
    private int _length = HeaderSize;

    /// <summary>Starts a message.</summary>
    /// <param name="type">The message's type, such as <c>RTM_NEWLINK</c>.</param>
    /// <param name="flags">What is asked beyond <see cref="NetlinkFlags.Request"/>.</param>
    public NetlinkRequest(ushort type, NetlinkFlags flags = NetlinkFlags.Acknowledge)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(4), type);
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(6), (ushort)(flags | NetlinkFlags.Request));
        IsDump = (flags & NetlinkFlags.Dump) == NetlinkFlags.Dump;
    }

    /// <summary>Whether many answers are wanted.</summary>
    internal bool IsDump { get; }

    /// <summary>Adds the family's own header.</summary>
    public NetlinkRequest Header<T>(in T header)
        where T : unmanaged
    {
        MemoryMarshal.Write(Take(Unsafe.SizeOf<T>()), in header);
        return this;
    }

    /// <summary>Adds an attribute of bytes.</summary>
    public NetlinkRequest Add(ushort type, ReadOnlySpan<byte> value)
    {
        var attribute = Take(4 + value.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(attribute, checked((ushort)(4 + value.Length)));
        BinaryPrimitives.WriteUInt16LittleEndian(attribute[2..], type);
        value.CopyTo(attribute[4..]);
        return this;
    }

    /// <summary>Adds an attribute of eight bits.</summary>
    public NetlinkRequest Add(ushort type, byte value) => Add(type, [value]);

    /// <summary>Adds an attribute of 16 bits.</summary>
    public NetlinkRequest Add(ushort type, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return Add(type, bytes);
    }

    /// <summary>Adds an attribute of 32 bits.</summary>
    public NetlinkRequest Add(ushort type, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Add(type, bytes);
    }

    /// <summary>Adds an attribute of 64 bits.</summary>
    public NetlinkRequest Add(ushort type, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Add(type, bytes);
    }

    /// <summary>Adds a text with its closing zero.</summary>
    public NetlinkRequest Add(ushort type, string value)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetByteCount(value) + 1];
        bytes[Encoding.UTF8.GetBytes(value, bytes)] = 0;
        return Add(type, bytes);
    }

    /// <summary>Adds an address, in the network's order.</summary>
    public NetlinkRequest Add(ushort type, IPAddress value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, out var length);
        return Add(type, bytes[..length]);
    }

    /// <summary>Adds an attribute that holds attributes.</summary>
    public NetlinkRequest Nest(ushort type, Action<NetlinkRequest> content)
    {
        var start = _length;
        _ = Take(4);
        content(this);
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(start), checked((ushort)(_length - start)));
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(start + 2), type);
        return this;
    }

    /// <summary>The whole message under its number.</summary>
    internal ReadOnlyMemory<byte> Finish(uint sequence)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes, (uint)_length);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(8), sequence);
        return _bytes.AsMemory(0, _length);
    }

    private Span<byte> Take(int count)
    {
        var aligned = (count + 3) & ~3;
        if (_bytes.Length < _length + aligned)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + aligned));
        }

        var taken = _bytes.AsSpan(_length, count);
        _length += aligned;
        return taken;
    }
}
