namespace Lodge.Cli.Terminal;

/// <summary>The lines typed before, kept between runs in the user's cache directory.</summary>
internal sealed class History
{
    private const int UsualSize = 500;
    private const int LargestSize = 500_000;

    private readonly string _path;
    private readonly int _size;
    private readonly List<string> _lines;

    private History(string path, int size, List<string> lines)
    {
        _path = path;
        _size = size;
        _lines = lines;
        Trim();
    }

    /// <summary>How many lines there are.</summary>
    internal int Count => _lines.Count;

    /// <summary>A line, the oldest first.</summary>
    internal string this[int index] => _lines[index];

    /// <summary>Reads <c>$XDG_CACHE_HOME/libvirt/virsh/history</c>; <c>VIRSH_HISTSIZE</c> bounds it.</summary>
    /// <exception cref="Virsh.CommandFailure">The bound is no number from 0 to 500000.</exception>
    internal static History Load()
    {
        var size = UsualSize;
        if (Environment.GetEnvironmentVariable("VIRSH_HISTSIZE") is { } text)
        {
            if (!int.TryParse(text, out size))
            {
                throw new Virsh.CommandFailure("Bad $VIRSH_HISTSIZE value.");
            }

            if (size is < 0 or > LargestSize)
            {
                throw new Virsh.CommandFailure($"$VIRSH_HISTSIZE value should be between 0 and {LargestSize}");
            }
        }

        var path = DefaultPath();
        try
        {
            return new History(path, size, [.. File.ReadLines(path)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new History(path, size, []);
        }
    }

    /// <summary>Adds a line at the end.</summary>
    internal void Add(string line)
    {
        _lines.Add(line);
        Trim();
    }

    /// <summary>Writes the file; a history that cannot be kept stops nobody.</summary>
    internal void Save()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllLines(_path, _lines);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The session is over: there is nothing left that the user could do about it.
        }
    }

    private static string DefaultPath()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
        {
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.Combine(cache, "libvirt", "virsh", "history");
    }

    private void Trim()
    {
        if (_lines.Count > _size)
        {
            _lines.RemoveRange(0, _lines.Count - _size);
        }
    }
}
