namespace Lodge.Install.Media;

/// <summary>
/// Adds files to a memory disk as one more archive behind its own. The kernel unpacks one archive after the other,
/// each compressed as it likes; one that is not compressed has to begin at a multiple of four bytes, and zeroes between
/// two are passed over (Linux, Documentation/driver-api/early-userspace/buffer-format.rst).
/// </summary>
public static class InitrdInjection
{
    private const int Alignment = 512;

    /// <summary>Adds files.</summary>
    /// <param name="initrdPath">The memory disk. It is changed in place, or not at all.</param>
    /// <param name="files">The files, in this order; a later one of a name takes the place of an earlier.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InstallSourceException">It is no memory disk that a kernel would unpack.</exception>
    public static async Task AppendAsync(
        string initrdPath, IEnumerable<InjectedFile> files, CancellationToken cancellation = default)
    {
        var archive = CpioArchive.Of(files);
        if (archive.Length == 0) return;
        try
        {
            await using var initrd = new FileStream(
                initrdPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
            var start = new byte[16];
            var read = await initrd.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
            if (!InitrdFormat.IsKnown(start.AsSpan(0, read)))
            {
                throw new InstallSourceException(
                    $"'{Path.GetFileName(initrdPath)}' is no memory disk that Linux unpacks: it is neither a cpio "
                    + "archive nor compressed by gzip, bzip2, lzma, xz, lzo, lz4 or zstd. Nothing can be injected");
            }

            var length = initrd.Length;
            try
            {
                // At least a word of zeroes: an lz4 stream ends where one stands in place of a length.
                initrd.Seek((length + 4 + Alignment - 1) / Alignment * Alignment, SeekOrigin.Begin);
                await initrd.WriteAsync(archive, cancellation);
            }
            catch
            {
                initrd.SetLength(length);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallSourceException($"'{initrdPath}' takes no more files: {e.Message}", e);
        }
    }
}
