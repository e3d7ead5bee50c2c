using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>
/// Errors as libvirt makes them for a wrong argument: its text alone, and the argument's name beside it.
/// </summary>
internal static class HostErrors
{
    /// <param name="function">libvirt's function that refuses.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="message">The whole text.</param>
    public static VirException InvalidArgument(string function, string argument, string message) => new(new VirError
    {
        Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
        Domain = VirErrorDomain.VIR_FROM_NONE,
        Message = message,
        Text1 = function,
        Text2 = argument,
    });
}
