namespace Lodge.Install.Media.Iso;

/// <summary>A file, a folder or a symbolic link of an image.</summary>
/// <param name="Name">Its name, in the best form that the image has.</param>
/// <param name="Flags">The flags of its record (ECMA-119, 9.1.6).</param>
/// <param name="Extents">Where its bytes lie.</param>
internal sealed record IsoEntry(string Name, byte Flags, IReadOnlyList<IsoExtent> Extents)
{
    private const byte FolderFlag = 2;
    private const byte MoreExtentsFlag = 0x80;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => (Flags & FolderFlag) != 0;

    /// <summary>Whether the next record goes on with the same file.</summary>
    public bool GoesOn => (Flags & MoreExtentsFlag) != 0;

    /// <summary>Where it leads, if it is a symbolic link.</summary>
    public string? Target { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long Length => Extents.Sum(extent => extent.Length);
}
