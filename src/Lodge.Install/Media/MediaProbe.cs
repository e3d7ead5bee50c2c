using Lodge.Install.Media.Iso;
using Lodge.Install.Os;

namespace Lodge.Install.Media;

/// <summary>What a medium is, as far as it says so itself.</summary>
public static class MediaProbe
{
    /// <summary>What an image or a disc says of itself; null where it is none, or cannot be read.</summary>
    /// <param name="path">An image, or a drive with a disc in it.</param>
    public static MediaIdentity? Read(string path)
    {
        try
        {
            using var image = IsoImage.Open(path);
            return image.Identity.VolumeId is null ? null : image.Identity;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The operating system that an image installs; null where nobody knows.</summary>
    /// <param name="path">An image, or a drive with a disc in it.</param>
    /// <param name="database">The database to look in.</param>
    public static OsMatch? Identify(string path, OsDatabase database) =>
        Read(path) is { } identity ? database.Identify(identity) : null;
}
