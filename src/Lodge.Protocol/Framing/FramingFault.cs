using Lodge.Protocol.Errors;

namespace Lodge.Protocol.Framing;

/// <summary>The error after which a connection cannot go on: what comes next on it cannot be told.</summary>
internal static class FramingFault
{
    public static VirException Of(string text) => new(VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_RPC, text);
}
