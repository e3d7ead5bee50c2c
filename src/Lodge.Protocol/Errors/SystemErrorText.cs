using System.Runtime.InteropServices;

namespace Lodge.Protocol.Errors;

/// <summary>What the system says of a file call that failed, in the words of <c>strerror</c>.</summary>
public static class SystemErrorText
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int AccessDenied = 13;

    /// <summary>The text without the names that .NET adds.</summary>
    /// <param name="failure">What a file call of .NET threw.</param>
    public static string Of(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => Marshal.GetPInvokeErrorMessage(NoEntry),
            UnauthorizedAccessException => Marshal.GetPInvokeErrorMessage(
                failure.InnerException?.HResult == NotPermitted ? NotPermitted : AccessDenied),

            // On Unix the result code of what .NET has no exception for is the error's own number.
            IOException { HResult: > 0 and < 4096 } => Marshal.GetPInvokeErrorMessage(failure.HResult),
            _ => failure.Message,
        };
    }
}
