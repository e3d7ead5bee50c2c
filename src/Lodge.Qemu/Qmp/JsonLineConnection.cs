using System.Net.Sockets;
using System.Runtime.InteropServices;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Qmp;

/// <summary>
/// A socket that carries one JSON text a line, both ways: QEMU's monitor and the guest agent. Reading never waits for
/// writing nor the other way round, and neither ever occupies a thread.
/// </summary>
internal sealed class JsonLineConnection : IDisposable
{
    private const int SmallBuffer = 4096;

    private readonly Socket _socket;
    private readonly int _maxLine;
    private readonly ILineReceiver _receiver;
    private readonly Lock _lock = new();
    private readonly Queue<OutgoingLines> _outgoing = new();
    private OutgoingLines? _last;
    private bool _isCorked;
    private bool _isSending;
    private int _isClosed;

    public JsonLineConnection(Socket socket, ILineReceiver receiver, int maxLine, bool corked = false)
    {
        _socket = socket;
        _receiver = receiver;
        _maxLine = maxLine;
        _isCorked = corked;
    }

    /// <summary>Starts to receive. Lines come one after the other, in order.</summary>
    public void Start() => _ = ReceiveAsync();

    /// <summary>
    /// Queues lines (with their line ends); they go out in order, with as few system calls as can be.
    /// </summary>
    /// <param name="lines">One or more whole lines.</param>
    /// <param name="file">A file that goes with the first byte; it must stay open until its answer has come.</param>
    public void Send(ReadOnlySpan<byte> lines, SafeHandle? file = null)
    {
        lock (_lock)
        {
            if (_last is null || file is not null || !_last.TryAppend(lines)) Queue(new OutgoingLines(lines, file));
            if (_isCorked || _isSending || _isClosed != 0) return;
            _isSending = true;
        }

        _ = SendQueuedAsync();
    }

    /// <summary>Lets everything out that was queued so far, after one line that goes first.</summary>
    public void Uncork(ReadOnlySpan<byte> first)
    {
        lock (_lock)
        {
            var waiting = _outgoing.ToArray();
            _outgoing.Clear();
            Queue(new OutgoingLines(first, null));
            foreach (var lines in waiting) Queue(lines);
            _isCorked = false;
            if (_isSending || _isClosed != 0) return;
            _isSending = true;
        }

        _ = SendQueuedAsync();
    }

    /// <summary>Closes the socket; the receiver is told once.</summary>
    public void Dispose() => Close(null);

    private void Queue(OutgoingLines lines)
    {
        _outgoing.Enqueue(lines);
        _last = lines;
    }

    private async Task SendQueuedAsync()
    {
        try
        {
            while (true)
            {
                OutgoingLines next;
                lock (_lock)
                {
                    if (!_outgoing.TryDequeue(out next!))
                    {
                        _isSending = false;
                        return;
                    }

                    if (next == _last) _last = null;
                }

                var rest = next.Bytes;
                if (next.File is { } file) rest = rest[await SendWithFileAsync(rest, file)..];
                while (rest.Length > 0) rest = rest[await _socket.SendAsync(rest)..];
            }
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
        {
            // Nothing can be sent any more; what the other side said before it went is still read to its end.
        }
    }

    private async ValueTask<int> SendWithFileAsync(ReadOnlyMemory<byte> lines, SafeHandle file)
    {
        while (true)
        {
            var sent = LibC.SendWithFile(_socket.SafeHandle, lines.Span, file);
            if (sent >= 0) return sent;
            if (sent != -LibC.EAGAIN) throw new SocketException(-sent);

            // White space between JSON texts means nothing, and sending it waits for room without holding a thread.
            await _socket.SendAsync(" "u8.ToArray());
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[SmallBuffer];
        var used = 0;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(used));
                if (received == 0) break;
                var consumed = Deliver(buffer, used, used + received);
                used = used + received - consumed;
                if (used > _maxLine) throw new InvalidDataException($"a line is longer than {_maxLine} bytes");
                buffer = MakeRoom(buffer, consumed, used);
            }

            Close(null);
        }
        catch (Exception cause)
        {
            Close(cause);
        }
    }

    private int Deliver(byte[] buffer, int scanFrom, int end)
    {
        var start = 0;
        while (buffer.AsSpan(scanFrom, end - scanFrom).IndexOf((byte)'\n') is var length and >= 0)
        {
            var line = buffer.AsMemory(start, scanFrom + length - start);
            if (line.Length > 1) _receiver.OnLine(line);
            start = scanFrom = scanFrom + length + 1;
        }

        return start;
    }

    private byte[] MakeRoom(byte[] buffer, int consumed, int used)
    {
        var rest = buffer.AsSpan(consumed, used);
        var target = buffer;
        if (used == buffer.Length) target = new byte[Math.Min(buffer.Length * 2, _maxLine + SmallBuffer)];
        else if (buffer.Length > SmallBuffer && used < SmallBuffer) target = new byte[SmallBuffer];
        rest.CopyTo(target);
        return target;
    }

    private void Close(Exception? cause)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        _socket.Dispose();
        _receiver.OnClosed(cause);
    }
}
