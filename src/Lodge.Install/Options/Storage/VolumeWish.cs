namespace Lodge.Install.Options.Storage;

/// <summary>What was said of a volume to be made.</summary>
/// <param name="Size">Its size in GiB; null where none was given.</param>
/// <param name="Format">Its format; null leaves it to us.</param>
/// <param name="IsSparse">Whether it takes no more than is written to it.</param>
/// <param name="BackingPath">What it is to be an overlay of.</param>
/// <param name="BackingFormat">The format of that.</param>
internal sealed record VolumeWish(
    double? Size, string? Format, bool IsSparse, string? BackingPath, string? BackingFormat)
{
    /// <summary>Whether anything was said that asks for a volume.</summary>
    public bool IsAny => !string.IsNullOrEmpty(Format) || Size is > 0 || IsSparse || !string.IsNullOrEmpty(BackingPath);
}
