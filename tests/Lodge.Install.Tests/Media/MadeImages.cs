using Lodge.Testing;

namespace Lodge.Install.Tests.Media;

/// <summary>A folder for tests, and images made of folders below it by xorriso.</summary>
internal sealed class MadeImages : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("media").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Writes a file, and the folders above it.</summary>
    public string Write(string path, string content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    /// <summary>An image of a folder.</summary>
    public async Task<string> ImageAsync(string folder, params string[] options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xorriso"), "xorriso is not installed");
        var path = Path.Combine(Folder, $"{Path.GetRandomFileName()}.iso");
        var run = await ProgramRun.OfAsync(
            "/usr/bin/xorriso",
            ["-as", "mkisofs", "-quiet", .. options, "-o", path, Path.Combine(Folder, folder)]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return path;
    }
}
