using Lodge.Install.Os;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Install.Media.Iso;

/// <summary>
/// An ISO 9660 image or a disc, read without mounting it: files by their Rock Ridge names, else by those of Joliet,
/// else by its own. Nothing of an image is believed before it is checked, and a broken or hostile one costs bounded
/// memory and time (ECMA-119; IEEE P1282; Joliet specification).
/// </summary>
public sealed class IsoImage : IDisposable
{
    internal const int SectorSize = 2048;
    private const int FirstDescriptor = 16;
    private const int MaxDescriptors = 64;
    private readonly SafeFileHandle _file;
    private readonly IsoTree _tree;

    private IsoImage(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
        Length = RandomAccess.GetLength(file);
        IsoEntry? root = null, joliet = null;
        var isBootable = false;
        Span<byte> sector = stackalloc byte[SectorSize];
        for (var number = 0; number < MaxDescriptors; number++)
        {
            Read(sector, (FirstDescriptor + number) * (long)SectorSize, "its volume descriptors");
            if (!sector[1..6].SequenceEqual("CD001"u8))
                throw new InvalidDataException($"'{path}' is no ISO 9660 image");
            if (sector[0] == IsoDescriptor.End) break;
            if (sector[0] == IsoDescriptor.Boot) isBootable |= IsoDescriptor.IsElTorito(sector);
            if (sector[0] == IsoDescriptor.Primary && Identity is null)
            {
                Identity = IsoDescriptor.Identity(sector);
                root = IsoDescriptor.Root(sector);
            }
            else if (sector[0] == IsoDescriptor.Supplementary && IsoDescriptor.IsJoliet(sector))
            {
                joliet ??= IsoDescriptor.Root(sector);
            }
        }

        if (Identity is null || root is null)
            throw new InvalidDataException($"'{path}' has no primary volume descriptor");
        Identity = Identity with { IsBootable = isBootable };
        _tree = new IsoTree(this, root, joliet);
    }

    /// <summary>The image's path.</summary>
    public string Path { get; }

    /// <summary>What it says of itself.</summary>
    public MediaIdentity Identity { get; }

    /// <summary>Its length in bytes; 0 for a disc in a drive, which says none.</summary>
    internal long Length { get; }

    /// <summary>Opens one.</summary>
    /// <param name="path">An image, or a drive with a disc in it.</param>
    /// <exception cref="IOException">It cannot be read, or is cut short.</exception>
    /// <exception cref="InvalidDataException">It is no ISO 9660 image.</exception>
    public static IsoImage Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            return new IsoImage(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether it has a file of a path.</summary>
    /// <param name="path">The path from its root, with <c>/</c>.</param>
    public bool Has(string path) => _tree.Find(path) is { IsFolder: false };

    /// <summary>A file's bytes.</summary>
    /// <param name="path">The path from its root, with <c>/</c>.</param>
    /// <exception cref="FileNotFoundException">It has no such file.</exception>
    /// <exception cref="IOException">The image ends before the file does.</exception>
    public Stream OpenRead(string path)
    {
        if (_tree.Find(path) is not { IsFolder: false } entry)
            throw new FileNotFoundException($"'{Path}' has no file '{path}'", path);
        foreach (var extent in entry.Extents)
        {
            if (Length > 0 && extent.Start + extent.Length > Length)
            {
                throw new IOException(
                    $"'{Path}' is cut short: '{path}' ends at byte {extent.Start + extent.Length} of an image that has "
                    + $"{Length}. Fetch the image again");
            }
        }

        return new IsoFileStream(this, entry);
    }

    /// <summary>Names in a folder, for those who look around.</summary>
    /// <param name="path">The folder's path; empty for the root.</param>
    public IReadOnlyList<string> Names(string path) =>
        _tree.Find(path) is { IsFolder: true } folder ? [.. _tree.Entries(folder).Select(entry => entry.Name)] : [];

    /// <summary>Closes it.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Fills a buffer from the image.</summary>
    internal void Read(Span<byte> buffer, long offset, string what)
    {
        while (buffer.Length > 0)
        {
            var read = RandomAccess.Read(_file, buffer, offset);
            if (read == 0) throw new IOException($"'{Path}' is cut short: {what} should go on at byte {offset}");
            buffer = buffer[read..];
            offset += read;
        }
    }

    /// <summary>Fills what it can of a buffer from the image.</summary>
    internal ValueTask<int> ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellation) =>
        RandomAccess.ReadAsync(_file, buffer, offset, cancellation);
}
