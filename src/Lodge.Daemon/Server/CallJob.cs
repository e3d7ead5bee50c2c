using System.Buffers;
using Lodge.Daemon.Logging;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Xdr;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Server;

/// <summary>Serves one call, where it was received or on the pool; used again and again.</summary>
internal sealed class CallJob : IThreadPoolWorkItem
{
    private const int MostKept = 32;

    private static readonly Lock Gate = new();
    private static readonly CallJob[] Kept = new CallJob[MostKept];
    private static int _kept;

    private readonly ClientCall _call = new();
    private readonly XdrBuffer _reply = new();
    private ClientSession _session = null!;
    private IServerProgram _program = null!;
    private MessageHeader _header;
    private byte[]? _arguments;
    private int _argumentsLength;

    private CallJob()
    {
    }

    internal static CallJob Rent()
    {
        lock (Gate)
        {
            return _kept > 0 ? Kept[--_kept] : new CallJob();
        }
    }

    void IThreadPoolWorkItem.Execute() => Run(_arguments.AsMemory(0, _argumentsLength));

    internal void Begin(
        ClientSession session,
        IServerProgram program,
        ProcedureFacts facts,
        in MessageHeader header,
        SafeFileHandle[] files)
    {
        _session = session;
        _program = program;
        _header = header;
        var key = new StreamKey(header.Program, header.Version, header.Procedure, header.Serial);
        _call.Begin(session, facts, key, files);
    }

    internal void Queue(ReadOnlySpan<byte> arguments)
    {
        if (!arguments.IsEmpty)
        {
            _arguments = ArrayPool<byte>.Shared.Rent(arguments.Length);
            arguments.CopyTo(_arguments);
        }

        _argumentsLength = arguments.Length;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    internal void Run(ReadOnlyMemory<byte> arguments)
    {
        ValueTask serving;
        try
        {
            serving = _program.InvokeAsync(_header.Procedure, _call, arguments, _reply);
            ReturnArguments();
            if (!serving.IsCompleted)
            {
                _ = FinishAsync(serving);
                return;
            }

            serving.GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            Fail(failure);
            return;
        }

        Succeed();
    }

    private async Task FinishAsync(ValueTask serving)
    {
        try
        {
            await serving;
        }
        catch (Exception failure)
        {
            Fail(failure);
            return;
        }

        Succeed();
    }

    private void Succeed()
    {
        var stream = _call.Stream;
        _session.SendReply(_header, _reply, _call.ReplyFiles);
        stream?.Open();
        End();
    }

    private void Fail(Exception failure)
    {
        _call.Stream?.Discard();
        foreach (var file in _call.ReplyFiles ?? [])
        {
            file.Dispose();
        }

        _session.SendError(_header, Describe(failure));
        End();
    }

    private VirError Describe(Exception failure)
    {
        switch (failure)
        {
            case VirException known:
                return known.Error;
            case OperationCanceledException:
                return new VirException(
                    VirErrorNumber.VIR_ERR_OPERATION_ABORTED, VirErrorDomain.VIR_FROM_RPC, "canceled by client").Error;
            default:
                var name = _call.Procedure.ApiName ?? _call.Procedure.Name;
                Log.Error($"Client {_session.Id}: {name} failed unexpectedly", failure);
                return new VirException(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    VirErrorDomain.VIR_FROM_RPC,
                    $"{name} failed: {failure.Message}").Error;
        }
    }

    private void ReturnArguments()
    {
        if (_arguments is { } rented)
        {
            _arguments = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void End()
    {
        ReturnArguments();
        _call.End();
        _reply.Clear();
        _session = null!;
        lock (Gate)
        {
            if (_kept < MostKept)
            {
                Kept[_kept++] = this;
            }
        }
    }
}
