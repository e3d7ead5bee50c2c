using Lodge.Install.Media.Files;
using Lodge.Install.Os;

namespace Lodge.Install.Media.Trees;

/// <summary>
/// A place being looked at by one kind of tree after the other; what one has fetched the others need not.
/// </summary>
internal sealed class TreeProbe(string location, FileFetch fetch, IsoFiles? medium, InstallSourceOptions options)
{
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private TreeInfo? _treeInfo;
    private bool _hasTreeInfoBeenRead;

    public string Location => location;

    public InstallSourceOptions Options => options;

    public OsDatabase Database => options.Database;

    /// <summary>The medium's own words; null for a tree.</summary>
    public MediaIdentity? Medium => medium?.Image.Identity;

    /// <summary>What the database has for the medium, even if it says of no kernel.</summary>
    public OsMatch? MediumMatch { get; set; }

    /// <summary>A small file of the place; null where it is not there.</summary>
    public async Task<string?> TextAsync(string path, CancellationToken cancellation)
    {
        if (!_texts.TryGetValue(path, out var text))
            _texts[path] = text = await fetch.TextAsync(path, cancellation);
        return text;
    }

    /// <summary>Whether a line of a small file contains one of some words.</summary>
    public async Task<bool> SaysAsync(string path, CancellationToken cancellation, params string[] words) =>
        await TextAsync(path, cancellation) is { } text
        && words.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>
    /// The tree's own file. Servers that hide names with a dot in front have it without.
    /// </summary>
    public async Task<TreeInfo?> TreeInfoAsync(CancellationToken cancellation)
    {
        if (_hasTreeInfoBeenRead) return _treeInfo;
        _hasTreeInfoBeenRead = true;
        var text = await TextAsync(".treeinfo", cancellation) is { Length: > 0 } dotted
            ? dotted
            : await TextAsync("treeinfo", cancellation);
        try
        {
            return _treeInfo = text is { Length: > 0 } ? Media.TreeInfo.Parse(text) : null;
        }
        catch (InvalidDataException)
        {
            // A server's page of regret, with a name that it does not have.
            return null;
        }
    }

    /// <summary>The kernel that the tree's own file names.</summary>
    public async Task<IReadOnlyList<KernelPaths>> TreeInfoKernelsAsync(CancellationToken cancellation) =>
        await TreeInfoAsync(cancellation) is { } tree && tree.Images(options.IsXen ? "xen" : null) is { } pair
            ? [pair]
            : [];
}
