using Lodge.Protocol;
using Lodge.Protocol.Net;
using System.Buffers.Binary;
using System.Globalization;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Server;

internal sealed partial class ClientSession
{
    private const int FileCountBytes = 4;

    private int _inFlight;

    bool IMessageReceiver.AcceptsMessages => Volatile.Read(ref _inFlight) < _server.Limits.RequestsPerClient;

    void IMessageReceiver.MessageReceived(ReadOnlyMemory<byte> message, SafeFileHandle[] files)
    {
        Volatile.Write(ref _lastReceived, Environment.TickCount64);
        Volatile.Write(ref _openQuestions, 0);
        var header = MessageHeader.Read(message.Span[WireLimits.LengthSize..]);
        if (TakeKeepAlive(header))
        {
            CloseAll(files);
            return;
        }

        Interlocked.Increment(ref _inFlight);
        var payload = message[WireLimits.PacketMin..];
        switch (header.Type)
        {
            case VirNetMessageType.VIR_NET_CALL:
                Dispatch(header, payload, files);
                break;
            case VirNetMessageType.VIR_NET_CALL_WITH_FDS:
                Dispatch(header, payload[FileCountBytes..], files);
                break;
            case VirNetMessageType.VIR_NET_STREAM or VirNetMessageType.VIR_NET_STREAM_HOLE:
                CloseAll(files);
                TakeStreamMessage(header, payload.Span);
                break;
            default:
                // Nothing waits for an answer: libvirtd drops such messages too.
                CloseAll(files);
                RequestDone();
                break;
        }
    }

    /// <summary>A request needs no more attention: answered and taken, or dropped. Reading goes on if it had
    /// stopped.</summary>
    internal void RequestDone()
    {
        Interlocked.Decrement(ref _inFlight);
        _connection.ResumeReading();
    }

    private static void CloseAll(SafeFileHandle[] files)
    {
        foreach (var file in files)
        {
            file.Dispose();
        }
    }

    private static VirException RpcError(string text) =>
        new(VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_RPC, text);

    private void Dispatch(in MessageHeader header, ReadOnlyMemory<byte> arguments, SafeFileHandle[] files)
    {
        if (_server.FindProgram(header.Program, header.Version) is not { } program)
        {
            CloseAll(files);
            SendError(header, RpcError(string.Create(
                CultureInfo.InvariantCulture,
                $"Cannot find program {(int)header.Program} version {(int)header.Version}")).Error);
            return;
        }

        var facts = program.Find(header.Procedure);
        if (Refuse(header, program, facts) is { } refusal)
        {
            CloseAll(files);
            SendError(header, refusal.Error);
            return;
        }

        if (!IsAuthenticated)
        {
            IsAuthenticated = true;
            _server.Authenticated(this);
        }

        var job = CallJob.Rent();
        job.Begin(this, program, facts!, header, files);
        if (program.IsInline(header.Procedure))
        {
            job.Run(arguments);
        }
        else
        {
            job.Queue(arguments.Span);
        }
    }

    private VirException? Refuse(in MessageHeader header, IServerProgram program, ProcedureFacts? facts)
    {
        if (header.Status != VirNetMessageStatus.VIR_NET_OK)
        {
            return RpcError($"Unexpected message status {(uint)header.Status}");
        }

        if (facts is not { Kind: ProcedureKind.Call })
        {
            return RpcError($"unknown procedure: {header.Procedure}");
        }

        if (Uri is null && program.RefusalBeforeOpen(facts) is { } closed)
        {
            return new VirException(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, closed);
        }

        return IsReadOnly && facts.ReadOnly == ReadOnlyAccess.Denied ? facts.DeniedReadOnly() : null;
    }

    private void TakeStreamMessage(in MessageHeader header, ReadOnlySpan<byte> payload)
    {
        var stream = FindStream(new StreamKey(header.Program, header.Version, header.Procedure, header.Serial));
        if (stream is null)
        {
            // What was on its way when the stream ended is no fault of the client.
            RequestDone();
        }
        else if (header.Type == VirNetMessageType.VIR_NET_STREAM)
        {
            stream.Received(header.Status, payload, null);
        }
        else if (stream.AllowsHoles && payload.Length >= 12)
        {
            var length = BinaryPrimitives.ReadInt64BigEndian(payload);
            stream.Received(VirNetMessageStatus.VIR_NET_CONTINUE, default, length);
        }
        else
        {
            RequestDone();
            Drop("Unexpected stream hole");
        }
    }
}
