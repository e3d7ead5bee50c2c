using Lodge.Protocol.Errors;
using Lodge.Protocol.Net;

namespace Lodge.Daemon.Server;

/// <summary>Puts an error into the shape it has on the wire.</summary>
internal static class ErrorMessage
{
    /// <summary>The message that carries an error.</summary>
    /// <param name="error">The error.</param>
    public static VirNetMessageError From(VirError error) => new()
    {
        Code = (int)error.Code,
        Domain = (int)error.Domain,
        Message = error.Message,
        Level = error.Level,
        Str1 = error.Text1,
        Str2 = error.Text2,
        Str3 = error.Text3,
        Int1 = error.Number1,
        Int2 = error.Number2,
    };
}
