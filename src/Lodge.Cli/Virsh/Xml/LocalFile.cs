namespace Lodge.Cli.Virsh.Xml;

/// <summary>Files of the user that go to the daemon as a whole.</summary>
internal static class LocalFile
{
    /// <summary>Reads a text file; one beyond the limit is refused before it is read.</summary>
    /// <exception cref="VirException">The file cannot be read; the text is libvirt's.</exception>
    internal static string Read(string path, int maximumSize = XmlText.MaximumFileSize)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.CanSeek && file.Length > maximumSize)
            {
                throw Failure("read", path, "Value too large for defined data type");
            }

            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failure("open", path, "No such file or directory");
        }
        catch (UnauthorizedAccessException)
        {
            throw Directory.Exists(path)
                ? Failure("read", path, "Is a directory")
                : Failure("open", path, "Permission denied");
        }
        catch (IOException error)
        {
            throw Failure("read", path, error.Message);
        }
    }

    private static VirException Failure(string verb, string path, string reason) => new(new VirError
    {
        Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        Domain = VirErrorDomain.VIR_FROM_NONE,
        Message = $"Failed to {verb} file '{path}': {reason}",
    });
}
