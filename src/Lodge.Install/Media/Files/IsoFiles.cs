using Lodge.Install.Media.Iso;

namespace Lodge.Install.Media.Files;

/// <summary>A medium: an image, or a disc in a drive.</summary>
/// <param name="image">The image.</param>
internal sealed class IsoFiles(IsoImage image) : IInstallFiles
{
    public IsoImage Image => image;

    public bool IsMedium => true;

    public ValueTask<bool> HasAsync(string path, CancellationToken cancellation) =>
        new(image.Has(InstallPath.Checked(path)));

    public ValueTask<bool> AnswersAsync(CancellationToken cancellation) => new(true);

    public ValueTask<OpenedFile> OpenAsync(
        string path, long offset, string? identity, CancellationToken cancellation)
    {
        var stream = image.OpenRead(InstallPath.Checked(path));
        return new(new OpenedFile(stream, 0, stream.Length));
    }

    public ValueTask DisposeAsync()
    {
        image.Dispose();
        return default;
    }
}
