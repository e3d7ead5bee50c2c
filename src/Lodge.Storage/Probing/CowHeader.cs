namespace Lodge.Storage.Probing;

/// <summary>The header of a user-mode Linux COW image.</summary>
internal static class CowHeader
{
    private const ulong BackingOffset = 8;
    private const ulong BackingLength = 1024;

    /// <summary>The image below.</summary>
    public static ImageBacking? Backing(HeaderBytes header) =>
        header.Text(BackingOffset, BackingLength) is { } text ? new ImageBacking(text, Format: null) : null;
}
