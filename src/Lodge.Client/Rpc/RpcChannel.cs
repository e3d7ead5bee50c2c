using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;
using Lodge.Transport;

namespace Lodge.Client.Rpc;

/// <summary>
/// Carries many calls at once over one connection, and gives each answer, event and stream packet to who waits for
/// it.
/// </summary>
/// <remarks>
/// Until <see cref="ReadInBackground"/> each caller reads its own answer on its own thread, as libvirt's client does: a
/// short program then never starts a thread or the socket engine. After it, a loop of the thread pool reads.
/// </remarks>
internal sealed partial class RpcChannel : IClientChannel
{
    private readonly ClientTransport _transport;
    private readonly PacketAssembler _assembler = new();
    private readonly Lock _gate = new();
    private readonly Lock _reading = new();
    private readonly Dictionary<uint, RpcCall> _calls = [];
    private readonly Dictionary<uint, IRpcStream> _streams = [];
    private readonly TaskCompletionSource<Exception> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private uint _lastSerial;
    private Exception? _fault;
    private bool _isBackground;

    public RpcChannel(ClientTransport transport) => _transport = transport;

    /// <summary>Takes each event: its header and payload, on the reading thread, which it must not hold up.</summary>
    public Action<MessageHeader, ReadOnlySpan<byte>>? EventReceived { get; set; }

    /// <summary>Ends with the reason when the connection has ended.</summary>
    public Task<Exception> Closed => _closed.Task;

    /// <summary>Whether the connection still carries calls.</summary>
    public bool IsOpen => Volatile.Read(ref _fault) is null;

    /// <summary>Whether the bytes are safe from others.</summary>
    public bool IsSecure => _transport.IsSecure;

    /// <summary>Whether files can go with calls.</summary>
    public bool CarriesFiles => _transport.CarriesFiles;

    /// <inheritdoc/>
    public void Send(RpcCall call, CancellationToken cancellationToken)
    {
        try
        {
            SendCall(call);
        }
        catch (Exception error)
        {
            Forget(call.Serial);
            call.Fail(error);
            return;
        }

        if (!_isBackground && !call.IsEnded)
        {
            ReadUntil(call);
        }

        if (cancellationToken.CanBeCanceled && !call.IsEnded)
        {
            Watch(call, cancellationToken);
        }
    }

    /// <summary>From now on answers and events are read as they come.</summary>
    public void ReadInBackground()
    {
        lock (_reading)
        {
            if (_isBackground)
            {
                return;
            }

            _isBackground = true;
        }

        _ = Task.Run(ReadAllAsync);
    }

    /// <summary>Sends one packet of a stream.</summary>
    public ValueTask SendStreamAsync(MessageHeader header, XdrBuffer payload, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return SendAsync(Packet.Seal(payload, header), [], cancellationToken);
    }

    /// <summary>Forgets a stream that has ended.</summary>
    public void CloseStream(uint serial)
    {
        lock (_gate)
        {
            _streams.Remove(serial);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close(RpcFault.Closed("client socket is closed"));
        _transport.Dispose();
    }

    private void SendCall(RpcCall call)
    {
        var files = call.Files?.Sent ?? (IReadOnlyList<SafeHandle>)[];
        if (files.Count > 0 && !_transport.CarriesFiles)
        {
            throw RpcFault.Of(
                VirErrorNumber.VIR_ERR_NO_SUPPORT,
                "the connection cannot carry file descriptors; use a local unix socket");
        }

        ReadOnlyMemory<byte> packet;
        lock (_gate)
        {
            ThrowIfClosed();
            call.Serial = ++_lastSerial;
            var header = new MessageHeader(
                call.Program, 1, call.Procedure, VirNetMessageType.VIR_NET_CALL, call.Serial,
                VirNetMessageStatus.VIR_NET_OK);
            packet = Packet.Seal(call.Arguments, header, files.Count);
            _calls.Add(call.Serial, call);
            if (call.Stream is { } stream)
            {
                _streams.Add(call.Serial, stream);
            }
        }

        Resume();

        var sending = SendAsync(packet, files, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully)
        {
            _ = FailIfUnsentAsync(sending, call);
        }
    }

    private async Task FailIfUnsentAsync(ValueTask sending, RpcCall call)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Forget(call.Serial);
            call.Fail(error);
        }
    }

    private void Watch(RpcCall call, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (channel, call) = ((RpcChannel, RpcCall))state!;
                channel.Forget(call.Serial);
                call.Fail(new OperationCanceledException(token));
            },
            (this, call));
        call.Registration = registration;
        if (call.IsEnded)
        {
            registration.Dispose();
        }
    }

    private RpcCall? Forget(uint serial)
    {
        lock (_gate)
        {
            _calls.Remove(serial, out var call);
            return call;
        }
    }

    private void ThrowIfClosed()
    {
        if (Volatile.Read(ref _fault) is { } fault)
        {
            throw fault;
        }
    }
}
