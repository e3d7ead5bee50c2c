namespace Lodge.Storage.Volumes;

/// <summary>A folder that is one Virtuozzo image: the image and its description.</summary>
internal static class PloopFolder
{
    /// <summary>The image inside; null where the folder is just a folder.</summary>
    public static string? Image(string folder)
    {
        var image = Path.Combine(folder, "root.hds");
        return File.Exists(image) && File.Exists(Path.Combine(folder, "DiskDescriptor.xml")) ? image : null;
    }
}
