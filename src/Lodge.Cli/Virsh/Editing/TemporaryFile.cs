using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Editing;

/// <summary>A file for an editor, readable by its owner alone, gone when disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    /// <summary>Makes the file with its text.</summary>
    internal TemporaryFile(string text)
    {
        var directory = Environment.GetEnvironmentVariable("TMPDIR") is { Length: > 0 } given ? given : "/tmp";
        Path = System.IO.Path.Combine(directory, $"virsh{System.IO.Path.GetRandomFileName()[..6]}.xml");
        try
        {
            using var file = new FileStream(Path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            using var writer = new StreamWriter(file);
            writer.Write(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{Path}: failed to create temporary file: {error.Message}");
        }
    }

    /// <summary>Where it is.</summary>
    internal string Path { get; }

    /// <summary>Its text as it is now.</summary>
    internal string Read() => LocalFile.Read(Path);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
