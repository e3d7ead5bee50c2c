using Lodge.Protocol.Errors;
using Lodge.Protocol.Net;

namespace Lodge.Client.Rpc;

/// <summary>Errors of the connection itself, and those that come over it.</summary>
internal static class RpcFault
{
    /// <summary>An error of the connection.</summary>
    public static VirException Of(VirErrorNumber code, string? detail, Exception? cause = null) =>
        new(code, VirErrorDomain.VIR_FROM_RPC, detail, cause);

    /// <summary>The error of every call after the connection has ended.</summary>
    public static VirException Closed(string why, Exception? cause = null) =>
        Of(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, why, cause);

    /// <summary>An error as the server told it, with all its fields.</summary>
    public static VirException Of(in VirNetMessageError error) => new(new VirError
    {
        Code = (VirErrorNumber)error.Code,
        Domain = (VirErrorDomain)error.Domain,
        Message = error.Message ?? VirErrorMessages.Compose((VirErrorNumber)error.Code, null),
        Level = error.Level,
        Text1 = error.Str1,
        Text2 = error.Str2,
        Text3 = error.Str3,
        Number1 = error.Int1,
        Number2 = error.Int2,
    });
}
