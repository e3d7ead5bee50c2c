using System.Buffers.Binary;
using System.Text;

namespace Lodge.Storage.Probing;

/// <summary>The first bytes of an image. What lies beyond them is absent, and never an error.</summary>
internal readonly ref struct HeaderBytes
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ulong _unreadFrom;
    private readonly ulong _unreadTo;
    private readonly ref bool _isMissed;

    /// <summary>Bytes that were all read.</summary>
    public HeaderBytes(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Bytes of which some were not read.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="unreadFrom">The first that was not read.</param>
    /// <param name="unreadTo">The first that was read again.</param>
    /// <param name="isMissed">Becomes true when somebody looks at one that was not read.</param>
    public HeaderBytes(ReadOnlySpan<byte> bytes, int unreadFrom, int unreadTo, ref bool isMissed)
    {
        _bytes = bytes;
        (_unreadFrom, _unreadTo) = ((ulong)unreadFrom, (ulong)unreadTo);
        _isMissed = ref isMissed;
    }

    /// <summary>How many there are.</summary>
    public int Length => _bytes.Length;

    /// <summary>Whether those bytes stand at an offset.</summary>
    public bool Has(int offset, ReadOnlySpan<byte> magic) =>
        At((ulong)offset, (ulong)magic.Length).SequenceEqual(magic);

    /// <summary>A part of them; empty where any of it is beyond the end.</summary>
    public ReadOnlySpan<byte> At(ulong offset, ulong length)
    {
        if (offset > (ulong)Length || length > (ulong)Length - offset) return [];
        if (offset >= _unreadTo || offset + length <= _unreadFrom) return _bytes.Slice((int)offset, (int)length);
        _isMissed = true;
        return [];
    }

    /// <summary>A number of 16 bits, the high byte first.</summary>
    public ushort? UInt16Big(ulong offset) =>
        At(offset, sizeof(ushort)) is { IsEmpty: false } part ? BinaryPrimitives.ReadUInt16BigEndian(part) : null;

    /// <summary>A number of 32 bits, the high byte first.</summary>
    public uint? UInt32Big(ulong offset) =>
        At(offset, sizeof(uint)) is { IsEmpty: false } part ? BinaryPrimitives.ReadUInt32BigEndian(part) : null;

    /// <summary>A number of 32 bits, the low byte first.</summary>
    public uint? UInt32Little(ulong offset) =>
        At(offset, sizeof(uint)) is { IsEmpty: false } part ? BinaryPrimitives.ReadUInt32LittleEndian(part) : null;

    /// <summary>A number of 64 bits, the high byte first.</summary>
    public ulong? UInt64Big(ulong offset) =>
        At(offset, sizeof(ulong)) is { IsEmpty: false } part ? BinaryPrimitives.ReadUInt64BigEndian(part) : null;

    /// <summary>A number of 64 bits, the low byte first.</summary>
    public ulong? UInt64Little(ulong offset) =>
        At(offset, sizeof(ulong)) is { IsEmpty: false } part ? BinaryPrimitives.ReadUInt64LittleEndian(part) : null;

    /// <summary>Text up to its first NUL; null where any of it is beyond the end, or it is empty.</summary>
    public string? Text(ulong offset, ulong length)
    {
        var part = At(offset, length);
        var end = part.IndexOf((byte)0);
        if (end >= 0) part = part[..end];
        return part.IsEmpty ? null : Encoding.UTF8.GetString(part);
    }
}
