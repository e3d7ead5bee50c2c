using System.Buffers.Binary;

namespace Lodge.Protocol.Xdr;

/// <summary>
/// Writes XDR (RFC 4506) into a buffer; what the reader of the other side would refuse is refused here.
/// </summary>
public readonly ref partial struct XdrWriter
{
    private readonly XdrBuffer _buffer;

    /// <summary>Writes behind what the buffer holds.</summary>
    public XdrWriter(XdrBuffer buffer) => _buffer = buffer;

    /// <summary>Writes <c>int</c>.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(_buffer.Reserve(4), value);

    /// <summary>Writes <c>unsigned int</c>.</summary>
    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(_buffer.Reserve(4), value);

    /// <summary>Writes <c>hyper</c>.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(_buffer.Reserve(8), value);

    /// <summary>Writes <c>unsigned hyper</c>.</summary>
    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(_buffer.Reserve(8), value);

    /// <summary>Writes <c>double</c>.</summary>
    public void WriteDouble(double value) => BinaryPrimitives.WriteDoubleBigEndian(_buffer.Reserve(8), value);

    /// <summary>Writes <c>bool</c>, and whether an optional value follows.</summary>
    public void WriteBoolean(bool value) => WriteInt32(value ? 1 : 0);

    /// <summary>Writes <c>char</c>, a whole word on the wire.</summary>
    public void WriteSByte(sbyte value) => WriteInt32(value);

    /// <summary>Writes <c>unsigned char</c>, a whole word on the wire.</summary>
    public void WriteByte(byte value) => WriteUInt32(value);

    /// <summary>Writes <c>unsigned short</c>, a whole word on the wire.</summary>
    public void WriteUInt16(ushort value) => WriteUInt32(value);

    /// <summary>Writes <c>opaque[16]</c>.</summary>
    public void WriteUuid(VirUuid value) => value.CopyTo(_buffer.Reserve(VirUuid.Size));

    /// <summary>Writes an optional value.</summary>
    public void WriteOptional<T>(T? value)
        where T : struct, IXdrEncodable
    {
        WriteBoolean(value.HasValue);
        if (value is { } present)
        {
            var writer = this;
            present.Write(ref writer);
        }
    }

    private void WritePadded(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length;
        var target = _buffer.Reserve(checked(size + (-size & 3)));
        bytes.CopyTo(target);
        target[size..].Clear();
    }

    private void WriteCount(int count, int max)
    {
        if (count > max)
        {
            XdrFault.Encode($"{count} elements where {max} are the most");
        }

        WriteInt32(count);
    }
}
