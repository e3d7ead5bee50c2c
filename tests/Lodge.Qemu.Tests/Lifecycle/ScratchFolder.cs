namespace Lodge.Qemu.Tests.Lifecycle;

/// <summary>A folder that goes when the test ends; short, since a socket's path may have 107 bytes.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lq-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
