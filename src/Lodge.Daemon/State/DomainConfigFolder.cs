using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

/// <summary>
/// The configurations of persistent domains (<c>NAME.xml</c>) and the links that mark which start at boot.
/// </summary>
internal sealed class DomainConfigFolder : IDisposable
{
    private const string Ending = ".xml";
    private const string StashPrefix = ".lodge-renamed-";

    private readonly StateFolder _configs;
    private readonly StateFolder _autostart;

    /// <summary>Opens <paramref name="path"/> and its <c>autostart</c> folder.</summary>
    public DomainConfigFolder(string path, Action<StateStep>? afterStep = null)
    {
        _configs = StateFolder.Open(path, afterStep: afterStep);
        _autostart = StateFolder.Open($"{path}/autostart", afterStep: afterStep);
    }

    /// <summary>The path of a domain's configuration.</summary>
    public string PathOf(string name) => _configs.PathOf(name + Ending);

    /// <summary>Names that have a configuration file.</summary>
    public IEnumerable<string> Names() =>
        _configs.Names(Ending).Where(name => name[0] != '.').Select(name => name[..^Ending.Length]);

    /// <summary>Reads one configuration file whole.</summary>
    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Stores a configuration under its warning header; when it returns, it is on the disk.</summary>
    /// <param name="name">The domain's name.</param>
    /// <param name="xml">Its XML, UTF-8.</param>
    /// <returns>The stamp of the file.</returns>
    public FileStamp Write(string name, ReadOnlySpan<byte> xml) =>
        _configs.Write(name + Ending, StateFileHeader.Prepend(name, xml));

    /// <summary>Whether a configuration is as <see cref="Write"/> left it: nobody edited it, or took it away.</summary>
    public bool Holds(string name, FileStamp stamp) => _configs.Holds(name + Ending, stamp);

    /// <summary>
    /// Takes a configuration and its autostart link away; the link first, so that no link ever dangles.
    /// </summary>
    public void Remove(string name)
    {
        _ = _autostart.Remove(name + Ending);
        _ = _configs.Remove(name + Ending);
    }

    /// <summary>
    /// Stores a renamed domain's configuration. The old file is put aside first and dropped last, so that a crash
    /// between
    /// leaves either name whole (see <see cref="RecoverRenames"/>).
    /// </summary>
    public void Rename(string from, string to, ReadOnlySpan<byte> xml)
    {
        var stash = StashPrefix + from + Ending;
        var content = StateFileHeader.Prepend(to, xml);
        _configs.Rename(from + Ending, stash);
        try
        {
            _configs.Write(to + Ending, content);
        }
        catch (VirException)
        {
            _configs.Rename(stash, from + Ending);
            throw;
        }

        if (_autostart.Remove(from + Ending))
            SetAutostart(to, true);
        _ = _configs.Remove(stash);
    }

    /// <summary>
    /// Brings back each configuration whose rename did not come to its end; called after the files were read.
    /// </summary>
    /// <param name="isKnown">Whether some configuration has the UUID of the XML given, so that the rename was
    /// done.</param>
    /// <returns>Names whose file is back, to be read now.</returns>
    public IReadOnlyList<string> RecoverRenames(Func<byte[], bool> isKnown)
    {
        var back = new List<string>();
        foreach (var stash in _configs.Names(Ending).Where(n => n.StartsWith(StashPrefix,
            StringComparison.Ordinal)).ToList())
        {
            var name = stash[StashPrefix.Length..];
            if (isKnown(File.ReadAllBytes(_configs.PathOf(stash))) || File.Exists(_configs.PathOf(name)))
            {
                _ = _configs.Remove(stash);
                continue;
            }

            _configs.Rename(stash, name);
            back.Add(name[..^Ending.Length]);
        }

        return back;
    }

    /// <summary>Whether the domain starts with the daemon.</summary>
    public bool IsAutostart(string name) => new FileInfo(_autostart.PathOf(name + Ending)).LinkTarget is not null;

    /// <summary>Marks that the domain starts with the daemon, or no longer does.</summary>
    public void SetAutostart(string name, bool autostart)
    {
        if (autostart)
            _autostart.Link(name + Ending, PathOf(name));
        else
            _ = _autostart.Remove(name + Ending);
    }

    /// <summary>Removes links whose configuration is gone.</summary>
    public void RemoveDanglingLinks()
    {
        foreach (var link in _autostart.Names(Ending).Where(link => !File.Exists(_configs.PathOf(link))).ToList())
            _ = _autostart.Remove(link);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _configs.Dispose();
        _autostart.Dispose();
    }
}
