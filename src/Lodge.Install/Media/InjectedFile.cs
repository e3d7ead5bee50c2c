namespace Lodge.Install.Media;

/// <summary>A file that a memory disk gets.</summary>
/// <param name="Name">Its path from the root there (<c>ks.cfg</c>, <c>etc/motd</c>).</param>
/// <param name="Content">What is in it.</param>
/// <param name="Mode">Who may do what with it; it belongs to root.</param>
public sealed record InjectedFile(
    string Name,
    ReadOnlyMemory<byte> Content,
    UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)
{
    /// <summary>A file of this machine, with its own name and mode (<c>--initrd-inject</c>).</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InstallSourceException">It cannot be read.</exception>
    public static async Task<InjectedFile> ReadAsync(string path, CancellationToken cancellation = default)
    {
        try
        {
            return new InjectedFile(
                Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation), File.GetUnixFileMode(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallSourceException($"'{path}' cannot go into the memory disk: {e.Message}", e);
        }
    }
}
