using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Firmware;

/// <summary>
/// The file that keeps a UEFI guest's variables, made from the firmware's template when the guest first starts.
/// </summary>
public static class NvramFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file where there is none yet, or anew where that is asked for.</summary>
    /// <param name="path">The guest's own file.</param>
    /// <param name="template">The firmware's template; null where the firmware has none.</param>
    /// <param name="reset">Whether to throw the guest's variables away.</param>
    /// <returns>Whether the file was made by this call, so that a failed start takes it away again.</returns>
    /// <exception cref="VirException">
    /// There is no template to make it from (<c>VIR_ERR_OPERATION_FAILED</c>), or it could not be written
    /// (<c>VIR_ERR_SYSTEM_ERROR</c>); what was there is untouched.
    /// </exception>
    public static bool Prepare(string path, string? template, bool reset = false)
    {
        var isThere = File.Exists(path);
        if (isThere && !reset) return false;
        if (template is null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                VirErrorDomain.VIR_FROM_QEMU,
                $"unable to find any master var store for the NVRAM file '{path}'");
        }

        Copy(template, path);
        return !isThere;
    }

    private static void Copy(string template, string path)
    {
        var unfinished = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var from = File.OpenRead(template))
            using (var to = new FileStream(unfinished, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"Failed to create file '{path}' from the template '{template}': {SystemErrorText.Of(cause)}",
                cause);
        }
    }
}
