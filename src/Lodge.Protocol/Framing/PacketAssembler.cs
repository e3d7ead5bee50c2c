using System.Buffers.Binary;

namespace Lodge.Protocol.Framing;

/// <summary>
/// Cuts the bytes of a connection into packets. Memory grows with what has come, never with what a length word claims.
/// </summary>
/// <remarks>
/// Behind a packet that announces files stand as many single bytes, each of which carries one file. They are part of
/// the byte stream, and are taken off here; the files themselves are the transport's to keep in order.
/// </remarks>
public sealed class PacketAssembler
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    /// <summary>How many bytes wait for the rest of their packet.</summary>
    public int Pending => _end - _start;

    /// <summary>Where the next bytes are to be received: never empty.</summary>
    public Memory<byte> GetFreeSpace()
    {
        MakeRoom();
        return _bytes.AsMemory(_end);
    }

    /// <summary>Tells that bytes were received into the free space.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - _end), nameof(count));
        _end += count;
    }

    /// <summary>Takes the next whole packet.</summary>
    /// <exception cref="Errors.VirException">The bytes are no packet; the connection cannot go on.</exception>
    public bool TryRead(out IncomingPacket packet)
    {
        packet = default;
        if (Pending < WireLimits.LengthSize)
        {
            return false;
        }

        var size = ReadSize();
        if (Pending < size)
        {
            return false;
        }

        var bytes = _bytes.AsMemory(_start, size);
        var header = MessageHeader.Read(bytes.Span[WireLimits.LengthSize..]);
        var payload = bytes[WireLimits.PacketMin..];
        var files = 0;
        if (header.HasFiles)
        {
            files = ReadFileCount(payload.Span);
            payload = payload[4..];
            if (Pending < size + files)
            {
                return false;
            }
        }

        _start += size + files;
        packet = new IncomingPacket(header, payload, files);
        return true;
    }

    private int ReadSize()
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(_start));
        if (size < WireLimits.PacketMin)
        {
            throw FramingFault.Of(
                $"packet {size} bytes received from server too small, want {WireLimits.PacketMin}");
        }

        return size <= WireLimits.PacketMax
            ? (int)size
            : throw FramingFault.Of(
                $"packet {size} bytes received from server too large, want {WireLimits.PacketMax}");
    }

    private static int ReadFileCount(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 4)
        {
            throw FramingFault.Of("Unable to decode number of FDs");
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(payload);
        return count <= WireLimits.FilesMax
            ? (int)count
            : throw FramingFault.Of($"Received too many FDs {count}, expected {WireLimits.FilesMax} maximum");
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (_bytes.Length > WireLimits.BufferKeep)
            {
                _bytes = [];
            }
        }

        if (_bytes.Length == 0)
        {
            _bytes = new byte[WireLimits.ReceiveInitial];
        }
        else if (_end == _bytes.Length && _start > 0)
        {
            _bytes.AsSpan(_start, Pending).CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(2L * _bytes.Length, WireLimits.PacketMax + WireLimits.FilesMax));
        }
    }
}
