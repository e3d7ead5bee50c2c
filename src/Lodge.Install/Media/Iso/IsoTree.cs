using System.Buffers.Binary;

namespace Lodge.Install.Media.Iso;

/// <summary>Folders of an image, and the way from its root to a path.</summary>
internal sealed class IsoTree
{
    private const int MaxDepth = 32;
    private const int MaxLinks = 16;
    private const int MaxExtents = 256;
    private const int MaxFolderLength = 16 << 20;
    private readonly IsoImage _image;
    private readonly IsoEntry _root;
    private readonly bool _isJoliet;
    private readonly int? _rockRidge;
    private readonly Dictionary<long, IReadOnlyList<IsoEntry>> _folders = [];

    public IsoTree(IsoImage image, IsoEntry primary, IsoEntry? joliet)
    {
        _image = image;
        _root = primary;
        _rockRidge = RockRidgeSkip();
        if (_rockRidge is null && joliet is not null) (_root, _isJoliet) = (joliet, true);
    }

    /// <summary>What lies at a path; null where nothing does. Symbolic links are followed.</summary>
    public IsoEntry? Find(string path)
    {
        var links = 0;
        var depth = 0;
        var way = new Stack<IsoEntry>([_root]);
        var left = new Stack<string>(Parts(path));
        while (left.TryPop(out var part))
        {
            if (++depth > MaxDepth + (MaxLinks * MaxDepth)) return null;
            if (part == "..")
            {
                if (way.Count > 1) way.Pop();
                continue;
            }

            if (!way.Peek().IsFolder || Child(way.Peek(), part) is not { } entry) return null;
            if (entry.Target is not { } target)
            {
                if (way.Count > MaxDepth) return null;
                way.Push(entry);
                continue;
            }

            if (++links > MaxLinks) return null;
            if (target.StartsWith('/'))
            {
                way.Clear();
                way.Push(_root);
            }

            foreach (var step in Parts(target)) left.Push(step);
        }

        return way.Peek();

        static IEnumerable<string> Parts(string path) =>
            path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();
    }

    /// <summary>What a folder holds, but for itself and the one above.</summary>
    /// <exception cref="InvalidDataException">It is larger than any folder, or not where it says.</exception>
    public IReadOnlyList<IsoEntry> Entries(IsoEntry folder)
    {
        var extent = folder.Extents[0];
        if (_folders.TryGetValue(extent.Start, out var known)) return known;
        if (extent.Length > MaxFolderLength)
            throw new InvalidDataException($"'{_image.Path}' has a folder of {extent.Length} bytes");
        var bytes = new byte[extent.Length];
        _image.Read(bytes, extent.Start, $"the folder '{folder.Name}'");
        var entries = Read(bytes);
        _folders[extent.Start] = entries;
        return entries;
    }

    private IsoEntry? Child(IsoEntry folder, string name)
    {
        var entries = Entries(folder);
        return entries.FirstOrDefault(entry => entry.Name == name)
            ?? (_rockRidge is null
                ? entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                : null);
    }

    private List<IsoEntry> Read(ReadOnlySpan<byte> folder)
    {
        var entries = new List<IsoEntry>();
        IsoEntry? part = null;
        for (var at = 0; at < folder.Length;)
        {
            int length = folder[at];
            // No record crosses from one sector into the next.
            var room = Math.Min(folder.Length - at, IsoImage.SectorSize - (at % IsoImage.SectorSize));
            if (length == 0 || length > room
                || !IsoRecord.TryRead(folder.Slice(at, length), _isJoliet, out var entry, out var systemUse))
            {
                at += room;
                continue;
            }

            var record = folder.Slice(at, length);
            at += length;
            if (entry.Name is "." or "..") continue;
            if (_rockRidge is { } skip && systemUse + skip < length)
                entry = RockRidge.Read(_image, record[(systemUse + skip)..], entry);
            var whole = part is null ? entry : part with { Extents = [.. part.Extents, .. entry.Extents] };
            part = entry.GoesOn && whole.Extents.Count < MaxExtents ? whole : null;
            if (part is null) entries.Add(whole);
        }

        return entries;
    }

    /// <summary>
    /// How many bytes before Rock Ridge's fields begin in each record, as the root's first record says (SUSP, 5.3);
    /// null where the image has none.
    /// </summary>
    private int? RockRidgeSkip()
    {
        Span<byte> sector = stackalloc byte[IsoImage.SectorSize];
        _image.Read(sector, _root.Extents[0].Start, "the root folder");
        int length = sector[0];
        if (!IsoRecord.TryRead(sector[..length], false, out _, out var at)) return null;
        // The extended architecture of CD-ROM puts 14 bytes of its own there first.
        foreach (var start in (ReadOnlySpan<int>)[at, at + 14])
        {
            if (start + 7 <= length && BinaryPrimitives.ReadUInt16BigEndian(sector[start..]) == 0x5350
                && sector[start + 4] == 0xbe && sector[start + 5] == 0xef)
            {
                return sector[start + 6];
            }
        }

        return null;
    }
}
