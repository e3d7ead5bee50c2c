using System.Globalization;
using Lodge.Host.Programs;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended;

/// <summary>
/// The image of a <see cref="SeedDisk"/>: an ISO 9660 file that its owner alone can read, gone when disposed.
/// </summary>
public sealed class SeedImage : IDisposable
{
    /// <summary>Most bytes that the files of one image may have together.</summary>
    public const long SizeLimit = 64L * 1024 * 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private SeedImage(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes an image with <c>xorriso</c>.</summary>
    /// <param name="disk">What goes on it.</param>
    /// <param name="path">Where to; nothing may be there.</param>
    /// <param name="more">Files of this machine for it too, by name and path.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="OptionException">
    /// A name is no plain file name, the files are too large, or xorriso is missing or fails.
    /// </exception>
    public static async Task<SeedImage> CreateAsync(
        SeedDisk disk, string path, IEnumerable<(string Name, string Path)>? more = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(disk);
        var sum = disk.Files.Sum(file => (long)file.Content.Length);
        if (sum > SizeLimit)
            throw new OptionException($"Files for the {disk.Label} disk have {sum} bytes; {SizeLimit} are allowed");
        foreach (var file in disk.Files) CheckName(file.Name);
        var program = HostProgram.Find("xorriso") ?? throw new OptionException(
            $"Cannot make the {disk.Label} disk: xorriso is not installed; install the package 'xorriso'");

        // The folder is ours alone, so the files in it are seen by nobody while xorriso reads them.
        var folder = Directory.CreateTempSubdirectory("lodge-seed-").FullName;
        var image = new SeedImage(path);
        var made = false;
        try
        {
            foreach (var file in disk.Files)
            {
                await using var stream = Create(System.IO.Path.Combine(folder, file.Name));
                await stream.WriteAsync(file.Content, cancellation);
            }

            // xorriso fills a file that is there and leaves its mode as it is.
            await using (Create(path)) made = true;
            await RunAsync(program, disk.Label, path, folder, more ?? [], cancellation);
            return image;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (made) image.Dispose();
            throw new OptionException($"Cannot make the {disk.Label} disk '{path}': {failure.Message}", failure);
        }
        catch
        {
            if (made) image.Dispose();
            throw;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);

    private static void CheckName(string name)
    {
        if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\0', '\n') || name.Length > 100)
            throw new OptionException($"'{name}' cannot be the name of a file on a disk for the installer");
    }

    private static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = OwnerOnly,
        Options = FileOptions.Asynchronous,
    });

    private static async Task RunAsync(
        string program, string label, string path, string folder, IEnumerable<(string Name, string Path)> more,
        CancellationToken cancellation)
    {
        List<string> arguments =
        [
            "-as", "mkisofs", "-quiet", "-o", path, "-V", label, "-J", "-R", "-uid", "0", "-gid", "0",
            "-file-mode", "0400", "-dir-mode", "0500", "-graft-points", "/=" + Escape(folder),
        ];
        foreach (var (name, source) in more)
        {
            CheckName(name);
            arguments.Add($"/{Escape(name)}={Escape(source)}");
        }

        var outcome = await HostProgram.RunAsync(program, arguments, cancellation: cancellation);
        if (!outcome.IsSuccess)
        {
            throw new OptionException(string.Create(
                CultureInfo.InvariantCulture,
                $"Cannot make the {label} disk '{path}': xorriso ended with {outcome.Status}: {outcome.Error.Trim()}"));
        }
    }

    // Graft points part at '=' and take a backslash before one that is meant.
    private static string Escape(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("=", "\\=", StringComparison.Ordinal);
}
