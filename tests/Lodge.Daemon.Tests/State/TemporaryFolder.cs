namespace Lodge.Daemon.Tests.State;

/// <summary>A folder of its own for one test, gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lodge-test-").FullName;

    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Path)
        .Select(path => System.IO.Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
