namespace Lodge.Protocol.Xdr;

/// <summary>
/// A growing buffer for one outgoing payload, with room in front for the packet's length, header and count of files.
/// </summary>
/// <remarks>It can be used again and again; not by two threads at once.</remarks>
public sealed class XdrBuffer
{
    private readonly int _prefix;
    private byte[] _bytes;
    private int _end;

    /// <summary>Makes an empty buffer; memory is taken with the first write.</summary>
    /// <param name="prefix">How many bytes are kept free in front of the payload.</param>
    public XdrBuffer(int prefix = Framing.Packet.PrefixSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prefix);
        _prefix = prefix;
        _bytes = [];
        _end = prefix;
    }

    /// <summary>How many bytes of payload are written.</summary>
    public int Length => _end - _prefix;

    /// <summary>The payload.</summary>
    public ReadOnlySpan<byte> Written => WrittenMemory.Span;

    /// <summary>The payload, valid until the next write or <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.Length == 0 ? default : _bytes.AsMemory(_prefix, Length);

    /// <summary>Takes the next bytes of the payload for writing.</summary>
    /// <exception cref="Errors.VirException">The payload would be larger than a packet can be.</exception>
    public Span<byte> Reserve(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (size > _bytes.Length - _end)
        {
            Grow(size);
        }

        var reserved = _bytes.AsSpan(_end, size);
        _end += size;
        return reserved;
    }

    /// <summary>Forgets the payload after its first bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        _end = _prefix + length;
    }

    /// <summary>Empties the buffer for the next message; a large array is let go.</summary>
    public void Clear()
    {
        _end = _prefix;
        if (_bytes.Length > WireLimits.BufferKeep)
        {
            _bytes = [];
        }
    }

    /// <summary>The whole array, prefix included, up to the end of the payload.</summary>
    internal Memory<byte> WithPrefix()
    {
        if (_bytes.Length == 0)
        {
            _bytes = new byte[_prefix];
        }

        return _bytes.AsMemory(0, _end);
    }

    private void Grow(int size)
    {
        var needed = (long)_end + size;
        if (needed - _prefix > WireLimits.PayloadMax)
        {
            XdrFault.Encode($"{needed - _prefix} bytes where {WireLimits.PayloadMax} are the most");
        }

        var wanted = Math.Min(Math.Max(needed, Math.Max(256, 2L * _bytes.Length)), _prefix + WireLimits.PayloadMax);
        Array.Resize(ref _bytes, (int)wanted);
    }
}
