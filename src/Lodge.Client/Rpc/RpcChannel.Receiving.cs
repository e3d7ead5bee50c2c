using System.Runtime.InteropServices;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Rpc;

/// <content>What comes in, and the end of the connection.</content>
internal sealed partial class RpcChannel
{
    private TaskCompletionSource? _room;

    private void ReadUntil(RpcCall call)
    {
        lock (_reading)
        {
            if (_isBackground)
            {
                return;
            }

            try
            {
                while (!call.IsEnded && IsOpen)
                {
                    Take(_transport.Receive(_assembler.GetFreeSpace()));
                }
            }
            catch (Exception error)
            {
                Close(error);
            }
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (IsOpen)
            {
                await WaitForRoomAsync().ConfigureAwait(false);
                Take(await _transport.ReceiveAsync(_assembler.GetFreeSpace(), CancellationToken.None)
                    .ConfigureAwait(false));
            }
        }
        catch (Exception error)
        {
            Close(error);
        }
    }

    /// <summary>Reads on while a call waits for its answer; otherwise not before full streams are read.</summary>
    private Task WaitForRoomAsync()
    {
        lock (_gate)
        {
            if (_calls.Count > 0 || !_streams.Values.Any(stream => stream.IsFull))
            {
                return Task.CompletedTask;
            }

            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <inheritdoc/>
    public void Resume()
    {
        TaskCompletionSource? room;
        lock (_gate)
        {
            room = _room;
            _room = null;
        }

        room?.TrySetResult();
    }

    private void Take(int received)
    {
        if (received == 0)
        {
            throw EndOf("End of file while reading data: Input/output error");
        }

        if (_transport.ReceivedFiles.Count > 2 * WireLimits.FilesMax)
        {
            throw RpcFault.Of(VirErrorNumber.VIR_ERR_RPC, "more files were received than any message announced");
        }

        Volatile.Write(ref _unanswered, 0);
        _assembler.Advance(received);
        while (_assembler.TryRead(out var packet))
        {
            Dispatch(packet);
        }
    }

    /// <summary>Why the connection has ended: what the other side said last, or else what was seen here.</summary>
    private VirException EndOf(string what) => RpcFault.Closed(
        _transport.LastWords is { Length: > 0 } words ? $"Cannot recv data: {words}: Connection reset by peer" : what);

    private void Dispatch(in IncomingPacket packet)
    {
        var header = packet.Header;
        switch (header.Type)
        {
            case VirNetMessageType.VIR_NET_REPLY or VirNetMessageType.VIR_NET_REPLY_WITH_FDS:
                Answer(packet);
                break;
            case VirNetMessageType.VIR_NET_STREAM or VirNetMessageType.VIR_NET_STREAM_HOLE:
                TakeStream(packet);
                break;
            case VirNetMessageType.VIR_NET_MESSAGE when header.Program == KeepaliveProcedures.Program:
                TakeKeepAlive(header);
                break;
            case VirNetMessageType.VIR_NET_MESSAGE:
                EventReceived?.Invoke(header, packet.Payload.Span);
                break;
            default:
                throw RpcFault.Of(
                    VirErrorNumber.VIR_ERR_RPC,
                    $"got unexpected RPC call prog {header.Program} vers {header.Version} proc {header.Procedure} "
                    + $"type {(int)header.Type}");
        }
    }

    private void Answer(in IncomingPacket packet)
    {
        var files = TakeFiles(packet.FileCount);
        var call = Forget(packet.Header.Serial);
        if (call?.Files is { } wanted && packet.Header.Status == VirNetMessageStatus.VIR_NET_OK)
        {
            wanted.Received = files;
        }
        else
        {
            foreach (var file in files)
            {
                file.Dispose();
            }
        }

        if (call is null)
        {
            // Its caller no longer waits.
            return;
        }

        call.Registration.Dispose();
        if (packet.Header.Status != VirNetMessageStatus.VIR_NET_ERROR)
        {
            call.Complete(packet.Payload.Span);
            return;
        }

        var error = ReadError(packet.Payload.Span);
        if (call.Stream is { } stream)
        {
            CloseStream(call.Serial);
            stream.Fail(error);
        }

        call.Fail(error);
    }

    private void TakeStream(in IncomingPacket packet)
    {
        IRpcStream? stream;
        lock (_gate)
        {
            _streams.TryGetValue(packet.Header.Serial, out stream);
        }

        stream?.Receive(packet.Header, packet.Payload.Span);
    }

    private List<SafeHandle> TakeFiles(int count)
    {
        var files = new List<SafeHandle>(count);
        while (files.Count < count)
        {
            files.Add(_transport.ReceivedFiles.TryDequeue(out var file)
                ? file
                : throw RpcFault.Of(VirErrorNumber.VIR_ERR_RPC,
                    "a file that a message announced did not come with it"));
        }

        return files;
    }

    /// <summary>Reads the error of an answer or of a stream.</summary>
    internal static VirException ReadError(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new XdrReader(payload);
            return RpcFault.Of(VirNetMessageError.Read(ref reader));
        }
        catch (VirException unreadable)
        {
            return unreadable;
        }
    }

    private void Close(Exception reason)
    {
        List<RpcCall> calls;
        List<IRpcStream> streams;
        lock (_gate)
        {
            if (_fault is not null)
            {
                return;
            }

            _fault = reason as VirException ?? RpcFault.Closed(reason.Message, reason);
            calls = [.. _calls.Values];
            streams = [.. _streams.Values];
            _calls.Clear();
            _streams.Clear();
        }

        _transport.Shutdown();
        Resume();
        calls.ForEach(call => call.Fail(_fault));
        streams.ForEach(stream => stream.Fail(_fault));
        _closed.TrySetResult(_fault);
    }
}
