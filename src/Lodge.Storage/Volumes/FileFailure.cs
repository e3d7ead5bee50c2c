using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes;

/// <summary>Failures of .NET's own file calls, as the system's errors they come from.</summary>
public static class FileFailure
{
    /// <summary>The error as libvirt reports it: what failed, then the system's own text.</summary>
    /// <param name="failure">What .NET threw.</param>
    /// <param name="what">What failed.</param>
    public static VirException Of(IOException failure, string what)
    {
        ArgumentNullException.ThrowIfNull(failure);

        // On Unix, .NET keeps the error's own number in the result code of what it does not name otherwise.
        return failure.HResult is > 0 and < 4096
            ? StorageError.System(failure.HResult, what)
            : StorageError.Of(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"{what}: {SystemErrorText.Of(failure)}");
    }
}
