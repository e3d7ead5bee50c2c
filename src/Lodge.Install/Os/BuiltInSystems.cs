namespace Lodge.Install.Os;

/// <summary>
/// Systems that are newer than the database of some distribution, in osinfo's own form; a database that has them
/// counts for more.
/// </summary>
internal sealed class BuiltInSystems
{
    private const string Scheme = "lodge:";
    private const string Extension = ".xml";

    private readonly HashSet<string> _keys =
    [
        .. typeof(BuiltInSystems).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length].Replace('\\', '/')),
    ];

    private BuiltInSystems()
    {
    }

    /// <summary>All of them.</summary>
    public static BuiltInSystems Instance { get; } = new();

    /// <summary>Keys of every entity of a kind.</summary>
    public IEnumerable<string> Keys(string kind) =>
        _keys.Where(key => key.StartsWith(kind + '/', StringComparison.Ordinal));

    /// <summary>Whether there is an entity.</summary>
    public bool Has(string key) => _keys.Contains(key);

    /// <summary>What stands for an entity's file among those of folders.</summary>
    public static string PathOf(string key) => Scheme + key + Extension;

    /// <summary>Opens a file of a folder, or one of these.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path) => path.StartsWith(Scheme, StringComparison.Ordinal)
        ? typeof(BuiltInSystems).Assembly.GetManifestResourceStream(path[Scheme.Length..])!
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 16384);

    /// <summary>Opens a file for one look at all of it: without a buffer or a lock that nobody heeds.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream OpenShared(string path) => path.StartsWith(Scheme, StringComparison.Ordinal)
        ? Open(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
}
