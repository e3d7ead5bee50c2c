using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;

namespace Lodge.Storage;

/// <summary>The refusals of the storage driver, in libvirt's words.</summary>
internal static class StorageError
{
    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_STORAGE, detail);

    public static VirException Internal(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    public static VirException Argument(string detail) => Of(VirErrorNumber.VIR_ERR_INVALID_ARG, detail);

    public static VirException Operation(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    public static VirException NoSupport(string detail) => Of(VirErrorNumber.VIR_ERR_NO_SUPPORT, detail);

    /// <summary>The error of the system call just made: what failed, then the system's own text.</summary>
    public static VirException System(string what) => System(Marshal.GetLastPInvokeError(), what);

    /// <summary>An error of the system by its number.</summary>
    public static VirException System(int number, string what)
    {
        var text = $"{what}: {Marshal.GetPInvokeErrorMessage(number)}";
        return new VirException(new VirError
        {
            Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            Domain = VirErrorDomain.VIR_FROM_STORAGE,
            Message = text,
            Text1 = "%s",
            Text2 = text,
            Number1 = number,
        });
    }

    /// <summary>What .NET says failed, as the error of the system that it came from.</summary>
    public static VirException System(Exception failure, string what) => System(
        failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => Native.LibC.NoEntry,
            UnauthorizedAccessException => Native.LibC.NoAccess,
            _ => failure.HResult & 0xffff,
        },
        what);
}
