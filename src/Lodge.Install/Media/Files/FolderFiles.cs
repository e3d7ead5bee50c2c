namespace Lodge.Install.Media.Files;

/// <summary>A tree in a folder of this machine.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderFiles(string folder) : IInstallFiles
{
    public bool IsMedium => false;

    public ValueTask<bool> HasAsync(string path, CancellationToken cancellation) =>
        new(File.Exists(Full(path)));

    public ValueTask<bool> AnswersAsync(CancellationToken cancellation) => new(Directory.Exists(folder));

    public ValueTask<OpenedFile> OpenAsync(
        string path, long offset, string? identity, CancellationToken cancellation)
    {
        var stream = new FileStream(
            Full(path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        return new(new OpenedFile(stream, 0, stream.Length));
    }

    public ValueTask DisposeAsync() => default;

    private string Full(string path) => Path.Combine(folder, InstallPath.Checked(path));
}
