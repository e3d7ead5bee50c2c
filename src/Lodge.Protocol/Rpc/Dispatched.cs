using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Rpc;

/// <summary>What the generated dispatch does for every procedure.</summary>
internal static class Dispatched
{
    /// <summary>Decodes the arguments; bytes behind them are left alone, as libvirt leaves them.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> args)
        where T : struct, IXdrMessage<T>
    {
        var reader = new XdrReader(args.Span);
        return T.Read(ref reader);
    }

    /// <summary>Writes the answer, at once where it is there at once.</summary>
    public static ValueTask Answer<T>(ValueTask<T> running, XdrBuffer reply)
        where T : struct, IXdrMessage<T>
    {
        if (!running.IsCompletedSuccessfully)
        {
            return new ValueTask(
                AnswerLater(running.AsTask(), reply, static (task, reply) => Write(((Task<T>)task).Result, reply)));
        }

        Write(running.Result, reply);
        return default;
    }

    /// <summary>The error for a number that is no procedure.</summary>
    public static VirException Unknown(int procedure) =>
        new(VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_RPC, $"unknown procedure: {procedure}");

    private static void Write<T>(in T value, XdrBuffer reply)
        where T : struct, IXdrEncodable
    {
        var writer = new XdrWriter(reply);
        value.Write(ref writer);
    }

    // One state machine serves all procedures: a generic one would be compiled anew for each answer's type.
    private static async Task AnswerLater(Task running, XdrBuffer reply, Action<Task, XdrBuffer> write)
    {
        await running.ConfigureAwait(false);
        write(running, reply);
    }
}
