using System.Xml.Linq;

namespace Lodge.Model.Schema;

/// <summary>The definitions of one grammar, from all the files that it includes.</summary>
internal sealed class SchemaGrammar(string folder)
{
    /// <summary>Stands for the start, which has no name.</summary>
    public const string StartName = "";

    private readonly Dictionary<string, List<XElement>> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pattern> _patterns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Where included files are.</summary>
    public string Folder { get; } = folder;

    /// <summary>Adds a definition, or a further part of one.</summary>
    public void Add(string name, XElement source)
    {
        if (!_sources.TryGetValue(name, out var sources))
        {
            _sources[name] = sources = [];
        }

        sources.Add(source);
    }

    /// <summary>A definition's parts.</summary>
    /// <exception cref="FormatException">There is none, or it is being read: it names itself outside any
    /// element.</exception>
    public IReadOnlyList<XElement> Sources(string name) => !_sources.TryGetValue(name, out var sources)
        ? throw new FormatException($"no definition of '{name}'")
        : _open.Add(name) ? sources : throw new FormatException($"the definition of '{name}' holds itself");

    /// <summary>Whether a definition's parts are mixed; otherwise they are alternatives.</summary>
    public bool IsInterleaved(string name) =>
        _sources[name].Exists(source => source.Attribute("combine")?.Value == "interleave");

    /// <summary>A definition that has been read, or null.</summary>
    public Pattern? Known(string name) => _patterns.GetValueOrDefault(name);

    /// <summary>Keeps a definition.</summary>
    public void Set(string name, Pattern pattern) => _patterns[name] = pattern;
}
