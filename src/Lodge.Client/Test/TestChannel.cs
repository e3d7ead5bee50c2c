using Lodge.Client.Rpc;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Test;

/// <summary>
/// Takes calls to the hypervisor in this process, through the same codecs and dispatch as over a wire.
/// </summary>
internal sealed class TestChannel : IClientChannel
{
    private readonly TaskCompletionSource<Exception> _closed = new();
    private readonly Lock _gate = new();
    private readonly RemoteHandlers<TestHypervisor> _handlers;
    private readonly TestHypervisor _hypervisor;
    private readonly bool _isReadOnly;

    public TestChannel(TestHypervisor hypervisor, bool isReadOnly)
    {
        _hypervisor = hypervisor;
        _isReadOnly = isReadOnly;
        _hypervisor.EventSent = Send;
        var domains = new TestDomainProcedures();
        _handlers = new RemoteHandlers<TestHypervisor>
        {
            Connect = new TestConnectProcedures(),
            Node = new TestNodeProcedures(),
            Domain = domains,
            Network = new TestNetworkProcedures(),
            StoragePool = new TestStoragePoolProcedures(),
            StorageVol = new TestStorageVolumeProcedures(),
            Interface = new TestInterfaceProcedures(),
            NodeDevice = new TestNodeDeviceProcedures(),
        };
    }

    public Action<MessageHeader, ReadOnlySpan<byte>>? EventReceived { get; set; }

    public Task<Exception> Closed => _closed.Task;

    public bool IsOpen => !_closed.Task.IsCompleted;

    public bool IsSecure => true;

    /// <summary>Serves the call at once, on the caller's thread.</summary>
    public void Send(RpcCall call, CancellationToken cancellationToken)
    {
        try
        {
            var facts = call.Program == RemoteProcedures.Program ? RemoteProcedures.Find(call.Procedure) : null;
            if (facts is null)
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_TEST, "only the remote program");
            }

            if (_isReadOnly && facts.ReadOnly == ReadOnlyAccess.Denied)
            {
                throw facts.DeniedReadOnly();
            }

            lock (_gate)
            {
                var reply = new XdrBuffer();
                var serving = RemoteDispatch.InvokeAsync(
                    _handlers, (RemoteProcedure)call.Procedure, _hypervisor, call.Arguments.WrittenMemory,
                    reply).AsTask();
                serving.GetAwaiter().GetResult();
                call.Complete(reply.Written);
            }
        }
        catch (Exception error)
        {
            call.Fail(error);
        }
    }

    public void ReadInBackground()
    {
        // Nothing is read: answers and events come by themselves.
    }

    public ValueTask SendStreamAsync(MessageHeader header, XdrBuffer payload, CancellationToken cancellationToken) =>
        ValueTask.FromException(new VirException(
            VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_STREAMS, "virStreamSend"));

    public void CloseStream(uint serial)
    {
        // No call of this hypervisor opens a stream.
    }

    public void KeepAlive(TimeSpan interval, int count)
    {
        // What is in the same process cannot be silent.
    }

    public void Resume()
    {
        // No stream is ever full.
    }

    public void Dispose() => _closed.TrySetResult(RpcFault.Closed("client socket is closed"));

    private void Send(RemoteProcedure procedure, XdrBuffer message) => EventReceived?.Invoke(
        new MessageHeader(
            RemoteProcedures.Program, RemoteProcedures.Version, (int)procedure,
            VirNetMessageType.VIR_NET_MESSAGE, 0, VirNetMessageStatus.VIR_NET_OK),
        message.Written);
}
