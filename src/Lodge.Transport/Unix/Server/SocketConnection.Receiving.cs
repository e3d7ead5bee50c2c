using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix.Server;

internal sealed unsafe partial class SocketConnection
{
    private const int LengthBytes = 4;
    private const int HeaderBytes = 28;
    private const int TypeOffset = 16;
    private const int CallWithFiles = 4;
    private const int MostFiles = 32;
    private const int LongestMessage = (32 * 1024 * 1024) + LengthBytes;
    private const int FirstBuffer = 65536;
    private const int ControlBytes = 16 + (4 * (MostFiles + 1)) + 4;

    private byte[]? _partial;
    private int _partialLength;
    private List<SafeFileHandle>? _files;
    private volatile bool _paused;

    public override void ResumeReading()
    {
        if (_paused)
        {
            _loop.Post(this);
        }
    }

    private void GoOnReading()
    {
        if (!_paused || !_receiver!.AcceptsMessages)
        {
            return;
        }

        _paused = false;
        if (_partial is { } partial)
        {
            var length = _partialLength;
            _partial = null;
            _partialLength = 0;
            var going = Take(partial.AsMemory(0, length));
            ArrayPool<byte>.Shared.Return(partial);
            if (!going)
            {
                return;
            }
        }

        lock (_gate)
        {
            if (!_paused)
            {
                SetInterest(_interest | SocketCalls.EpollIn);
            }
        }
    }

    /// <summary>Reads what has come, once; false when the connection closed over it.</summary>
    private bool Receive()
    {
        var large = _partial is not null && _partialLength >= LengthBytes;
        var room = large ? RoomInPartial() : _loop.ReceiveBuffer.AsMemory();
        var count = ReceiveInto(room.Span);
        if (count <= 0)
        {
            if (count < 0 && Marshal.GetLastPInvokeError() is SocketCalls.TryAgain or SocketCalls.Interrupted)
            {
                return true;
            }

            Close(count == 0 ? null : $"reading failed with error {Marshal.GetLastPInvokeError()}");
            return false;
        }

        if ((_files?.Count ?? 0) > MostFiles)
        {
            Close($"more than {MostFiles} descriptors wait for their message");
            return false;
        }

        if (_partial is null)
        {
            return Take(room[..(int)count]);
        }

        if (!large)
        {
            Keep(room.Span[..(int)count]);
        }
        else
        {
            _partialLength += (int)count;
        }

        return TakePartial();
    }

    private bool TakePartial()
    {
        var partial = _partial!;
        var length = _partialLength;
        if (!TryMeasure(partial.AsSpan(0, length), out var needed))
        {
            return false;
        }

        if (length < needed)
        {
            return true;
        }

        _partial = null;
        _partialLength = 0;
        var going = Take(partial.AsMemory(0, length));
        ArrayPool<byte>.Shared.Return(partial);
        return going;
    }

    /// <summary>Hands over every whole message; keeps what is left. False when the connection closed.</summary>
    private bool Take(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!TryMeasure(bytes.Span, out var needed))
            {
                return false;
            }

            if (bytes.Length < needed)
            {
                Keep(bytes.Span);
                return true;
            }

            if (!_receiver!.AcceptsMessages)
            {
                Keep(bytes.Span);
                Pause();
                return true;
            }

            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
            if (!TryTakeFiles(needed - length, out var files))
            {
                return false;
            }

            _receiver.MessageReceived(bytes[..length], files);
            if (_closed)
            {
                return false;
            }

            bytes = bytes[needed..];
        }

        DropFiles();
        if (!_receiver!.AcceptsMessages)
        {
            Pause();
        }

        return true;
    }

    private void Pause()
    {
        lock (_gate)
        {
            _paused = true;
            SetInterest(_interest & ~SocketCalls.EpollIn);
        }

        // What made room in between did not see the pause.
        if (_receiver!.AcceptsMessages)
        {
            _loop.Post(this);
        }
    }

    /// <summary>Tells how many bytes make the first message whole; closes the connection when it cannot be
    /// one.</summary>
    private bool TryMeasure(ReadOnlySpan<byte> bytes, out int needed)
    {
        needed = LengthBytes;
        if (bytes.Length < LengthBytes)
        {
            return true;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (length is < HeaderBytes or > LongestMessage)
        {
            Close($"packet of {length} bytes: it must have {HeaderBytes} to {LongestMessage}");
            return false;
        }

        needed = (int)length;
        if (bytes.Length < HeaderBytes + 4 ||
            BinaryPrimitives.ReadInt32BigEndian(bytes[TypeOffset..]) != CallWithFiles)
        {
            return true;
        }

        var files = length < HeaderBytes + 4
            ? uint.MaxValue
            : BinaryPrimitives.ReadUInt32BigEndian(bytes[HeaderBytes..]);
        if (files > MostFiles)
        {
            Close($"received too many descriptors: {files}, at most {MostFiles}");
            return false;
        }

        needed += (int)files;
        return true;
    }

    private bool TryTakeFiles(int count, out SafeFileHandle[] files)
    {
        files = NoFiles;
        if (count == 0)
        {
            return true;
        }

        if (_files is null || _files.Count < count)
        {
            Close($"{count} descriptors announced and {_files?.Count ?? 0} sent");
            return false;
        }

        files = [.. _files.Take(count)];
        _files.RemoveRange(0, count);
        return true;
    }

    // The buffer grows as bytes come in: a length alone takes no memory.
    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var total = _partialLength + bytes.Length;
        if (_partial is null || _partial.Length < total)
        {
            Grow(total);
        }

        bytes.CopyTo(_partial.AsSpan(_partialLength));
        _partialLength = total;
    }

    private Memory<byte> RoomInPartial()
    {
        _ = TryMeasure(_partial.AsSpan(0, _partialLength), out var needed);
        if (_partialLength == _partial!.Length)
        {
            Grow(Math.Min(needed, Math.Max(FirstBuffer, _partialLength * 2)));
        }

        var end = Math.Min(_partial.Length, Math.Max(needed, _partialLength + 1));
        return _partial.AsMemory(_partialLength, end - _partialLength);
    }

    private void Grow(int capacity)
    {
        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        if (_partial is { } smaller)
        {
            smaller.AsSpan(0, _partialLength).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(smaller);
        }

        _partial = larger;
    }

    private void DropReceived()
    {
        if (_partial is { } partial)
        {
            ArrayPool<byte>.Shared.Return(partial);
            _partial = null;
        }

        DropFiles();
    }

    private void DropFiles()
    {
        WaitingMessage.CloseFiles(_files);
        _files = null;
    }

    private nint ReceiveInto(Span<byte> room)
    {
        fixed (byte* start = room)
        {
            var vector = new SocketCalls.IoVector { Base = start, Length = (nuint)room.Length };
            var control = stackalloc byte[ControlBytes];
            var message = new SocketCalls.MessageVector
            {
                Vectors = &vector,
                VectorCount = 1,
                Control = control,
                ControlLength = ControlBytes,
            };
            var count = SocketCalls.ReceiveMessage(
                _descriptor, &message, SocketCalls.DontWait | SocketCalls.CloseOnExecMessage);
            if (count >= 0 && message.ControlLength > 0)
            {
                KeepFiles(control, (int)message.ControlLength);
            }

            return count;
        }
    }

    private void KeepFiles(byte* control, int length)
    {
        for (var at = 0; at + sizeof(SocketCalls.ControlHeader) <= length;)
        {
            var header = (SocketCalls.ControlHeader*)(control + at);
            if (header->Level == SocketCalls.SocketLevel && header->Type == SocketCalls.ScmRights)
            {
                var count = ((int)header->Length - sizeof(SocketCalls.ControlHeader)) / sizeof(int);
                for (var i = 0; i < count; i++)
                {
                    (_files ??= []).Add(new SafeFileHandle(((int*)(header + 1))[i], ownsHandle: true));
                }
            }

            at += ((int)header->Length + sizeof(nuint) - 1) & ~(sizeof(nuint) - 1);
            if (header->Length == 0)
            {
                return;
            }
        }
    }
}
