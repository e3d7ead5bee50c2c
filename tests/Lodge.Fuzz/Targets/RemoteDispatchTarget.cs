using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Fuzz.Targets;

/// <summary>A server's way from a procedure's number and arguments to its handler.</summary>
internal sealed class RemoteDispatchTarget : IFuzzTarget
{
    private readonly RemoteHandlers<string> _handlers = new();

    public string Name => "dispatch";

    public IEnumerable<byte[]> Seeds => Enumerable.Range(0, 450)
        .Select(number => (byte[])[(byte)(number >> 8), (byte)number, .. new byte[64]]);

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.Length < 2)
        {
            return;
        }

        try
        {
            RemoteDispatch.InvokeAsync(
                _handlers, (RemoteProcedure)((input[0] << 8) | input[1]), "", input[2..].ToArray(), new XdrBuffer())
                .AsTask().GetAwaiter().GetResult();
        }
        catch (VirException)
        {
            // Nobody serves, or the arguments are refused.
        }
    }
}
