using System.Buffers.Binary;

namespace Lodge.Protocol.Xdr;

/// <summary>Reads XDR (RFC 4506) from bytes in memory; each limit is checked before memory is taken.</summary>
/// <remarks>
/// Like the C library under libvirt it takes any bytes as padding, any number but zero as true, and the low bits of
/// a word for the small integers.
/// </remarks>
public ref partial struct XdrReader
{
    private readonly ReadOnlySpan<byte> _data;
    private int _position;

    /// <summary>Starts at the first byte.</summary>
    public XdrReader(ReadOnlySpan<byte> data) => _data = data;

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => _position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _data.Length - _position;

    /// <summary>Reads <c>int</c>.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    /// <summary>Reads <c>unsigned int</c>.</summary>
    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    /// <summary>Reads <c>hyper</c>.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    /// <summary>Reads <c>unsigned hyper</c>.</summary>
    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    /// <summary>Reads <c>double</c>.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>Reads <c>bool</c>, and whether an optional value follows.</summary>
    public bool ReadBoolean() => ReadInt32() != 0;

    /// <summary>Reads <c>char</c>, a whole word on the wire.</summary>
    public sbyte ReadSByte() => unchecked((sbyte)ReadInt32());

    /// <summary>Reads <c>unsigned char</c>, a whole word on the wire.</summary>
    public byte ReadByte() => unchecked((byte)ReadUInt32());

    /// <summary>Reads <c>unsigned short</c>, a whole word on the wire.</summary>
    public ushort ReadUInt16() => unchecked((ushort)ReadUInt32());

    /// <summary>Reads <c>opaque[16]</c>.</summary>
    public VirUuid ReadUuid() => new(Take(VirUuid.Size));

    /// <summary>Reads a value if one is there.</summary>
    public T? ReadOptional<T>()
        where T : struct, IXdrMessage<T> => ReadBoolean() ? T.Read(ref this) : null;

    private ReadOnlySpan<byte> Take(int size)
    {
        if ((uint)size > (uint)Remaining)
        {
            XdrFault.Decode($"{size} bytes are wanted and {Remaining} are left");
        }

        var taken = _data.Slice(_position, size);
        _position += size;
        return taken;
    }

    private ReadOnlySpan<byte> TakePadded(int size)
    {
        var taken = Take(size);
        Take(-size & 3);
        return taken;
    }

    /// <summary>Reads a count, and sees that so many elements can still follow.</summary>
    private int ReadCount(int max, int elementSize)
    {
        var count = ReadUInt32();
        if (count > (uint)max)
        {
            XdrFault.Decode($"{count} elements where {max} are the most");
        }

        if ((long)count * elementSize > Remaining)
        {
            XdrFault.Decode($"{count} elements of {elementSize} bytes are wanted and {Remaining} bytes are left");
        }

        return (int)count;
    }
}
