using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;
using Lodge.Protocol.Xdr;

namespace Lodge.Client;

/// <content>Calls that open a stream.</content>
public sealed partial class LibvirtConnection
{
    internal async ValueTask<ClientStream> OpenStreamAsync<TArgs>(
        RemoteProcedure procedure, TArgs args, CancellationToken cancellationToken)
        where TArgs : struct, IXdrEncodable
    {
        var stream = new ClientStream(_channel);
        var call = new RpcCall(RemoteProcedures.Program, (int)procedure) { Stream = stream.Incoming };
        stream.Opened(call);
        call.WriteArguments(args);
        Rpc.Send(call, cancellationToken);
        await call.Completion.ConfigureAwait(false);
        return stream;
    }

    internal async ValueTask<(TRet Answer, ClientStream Stream)> OpenStreamAsync<TArgs, TRet>(
        RemoteProcedure procedure, TArgs args, CancellationToken cancellationToken)
        where TArgs : struct, IXdrEncodable
        where TRet : struct, IXdrMessage<TRet>
    {
        var stream = new ClientStream(_channel);
        var call = new RpcCall<TRet>(RemoteProcedures.Program, (int)procedure) { Stream = stream.Incoming };
        stream.Opened(call);
        call.WriteArguments(args);
        Rpc.Send(call, cancellationToken);
        return (await call.Completion.ConfigureAwait(false), stream);
    }
}
