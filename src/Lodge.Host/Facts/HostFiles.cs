using System.Globalization;

namespace Lodge.Host.Facts;

/// <summary>
/// The files in which Linux tells about itself (/proc, /sys, /dev), of this host or below another root.
/// </summary>
public sealed class HostFiles
{
    private readonly string _root;
    private readonly string _realRoot;

    /// <param name="root">The folder that stands for <c>/</c>.</param>
    public HostFiles(string root)
    {
        _root = root.TrimEnd('/');
        _realRoot = _root.Length == 0 ? "" : LinkPaths.Resolve(_root) ?? _root;
    }

    /// <summary>The files of the host that this process runs on.</summary>
    public static HostFiles Real { get; } = new("/");

    /// <summary>Where a file of the host is found.</summary>
    public string PathOf(string path) => _root + path;

    /// <summary>Whether a file, folder or device is there.</summary>
    public bool Exists(string path) => Path.Exists(PathOf(path));

    /// <summary>The whole text of a file, or null where it is missing or unreadable.</summary>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(PathOf(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A file's content, or null where it is missing or unreadable.</summary>
    public byte[]? Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(PathOf(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The lines of a file; none where it is missing.</summary>
    public string[] Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The one number a file holds, or null.</summary>
    public long? Number(string path) =>
        long.TryParse(Text(path).AsSpan().Trim(), CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The CPUs a file lists (<c>0-3,8</c>), ascending; null where the file is missing.</summary>
    public int[]? CpuList(string path) => Text(path) is { } text ? CpuLists.Parse(text) : null;

    /// <summary>Numbers N for which the folder has an entry PREFIX+N, ascending (<c>node0</c>, <c>node1</c>).</summary>
    public int[] Numbered(string folder, string prefix)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        var numbers = new List<int>();
        foreach (var entry in Directory.EnumerateFileSystemEntries(path, prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(entry).AsSpan(prefix.Length), NumberStyles.None,
                CultureInfo.InvariantCulture, out var n))
            {
                numbers.Add(n);
            }
        }

        numbers.Sort();
        return [.. numbers];
    }

    /// <summary>Where a path leads when every link in it is followed, or null where it leads nowhere.</summary>
    public string? RealPath(string path) =>
        LinkPaths.Resolve(PathOf(path)) is { } real && real.StartsWith(_realRoot, StringComparison.Ordinal)
            ? real[_realRoot.Length..]
            : null;

    /// <summary>The names in a folder, in order; none where it is missing.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(PathOf(folder))
                .Select(static entry => Path.GetFileName(entry))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Names of the kernel's modules, loaded or built in with parameters.</summary>
    public IEnumerable<string> KernelModules()
    {
        var folder = PathOf("/sys/module");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(static d => Path.GetFileName(d))
                .Order(StringComparer.Ordinal)
            : [];
    }
}
