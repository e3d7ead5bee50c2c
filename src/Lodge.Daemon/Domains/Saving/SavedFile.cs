using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>Files that guests are saved and dumped into.</summary>
internal static class SavedFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes a file, or empties the one that is there, has it written, and removes it where that fails.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="VirException">It could not be made, or not be written; nothing new is left then.</exception>
    public static async Task WriteAsync(string path, Func<SafeFileHandle, Task> write)
    {
        var isNew = !File.Exists(path);
        using var file = Open(path, FileMode.Create, FileAccess.ReadWrite);
        try
        {
            await write(file);
        }
        catch
        {
            if (isNew)
                File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: it is not there, or not to be read.</exception>
    public static SafeFileHandle Open(string path, FileMode mode, FileAccess access)
    {
        try
        {
            var file = File.OpenHandle(path, mode, access, FileShare.ReadWrite);
            if (mode == FileMode.Create)
                File.SetUnixFileMode(file, OwnerOnly);
            return file;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw SystemError($"Failed to {(mode == FileMode.Create ? "create" : "open")} file '{path}'", cause);
        }
    }

    /// <summary>A failure of the file system, in libvirt's form.</summary>
    public static VirException SystemError(string what, Exception cause) => new(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_QEMU,
        $"{what}: {SystemErrorText.Of(cause)}",
        cause);
}
