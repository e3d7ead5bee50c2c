using System.Xml;
using System.Xml.Linq;

namespace Lodge.Model.Schema;

/// <summary>Reads a schema in RELAX NG's XML syntax: what libvirt's schemas use of it.</summary>
internal sealed class SchemaReader
{
    private static readonly XNamespace Rng = "http://relaxng.org/ns/structure/1.0";
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
    };

    private readonly PatternPool _pool = new();
    private readonly Queue<(ElementPattern Pattern, XElement Source, SchemaGrammar Grammar)> _pending = new();

    private SchemaReader()
    {
    }

    /// <summary>Reads a schema and all that it includes.</summary>
    /// <returns>The pattern of a whole document.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="XmlException">A file is no XML.</exception>
    /// <exception cref="FormatException">It has something that is not understood.</exception>
    public static Pattern Read(string path)
    {
        var reader = new SchemaReader();
        var start = reader.Start(Load(path), Path.GetDirectoryName(path)!);
        while (reader._pending.TryDequeue(out var next))
        {
            next.Pattern.Content = reader.All(Children(next.Source), next.Grammar, reader._pool.Group);
        }

        return start;
    }

    private static XElement Load(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader).Root!;
    }

    private Pattern Start(XElement element, string folder)
    {
        var grammar = new SchemaGrammar(folder);
        Collect(element, grammar, []);
        return Define(SchemaGrammar.StartName, grammar);
    }

    private static void Collect(XElement element, SchemaGrammar grammar, HashSet<string> included)
    {
        foreach (var child in element.Elements().Where(child => child.Name.Namespace == Rng))
        {
            switch (child.Name.LocalName)
            {
                case "start":
                    grammar.Add(SchemaGrammar.StartName, child);
                    break;
                case "define":
                    grammar.Add(Required(child, "name"), child);
                    break;
                case "include" when Path.Combine(grammar.Folder, Required(child, "href")) is var path:
                    if (included.Add(path))
                    {
                        Collect(Load(path), grammar, included);
                    }

                    break;
                case "div":
                    Collect(child, grammar, included);
                    break;
                default:
                    throw new FormatException($"unexpected element '{child.Name.LocalName}' in a grammar");
            }
        }
    }

    private Pattern Define(string name, SchemaGrammar grammar)
    {
        if (grammar.Known(name) is { } known)
        {
            return known;
        }

        var parts = grammar.Sources(name).Select(part => All(Children(part), grammar, _pool.Group)).ToList();
        var pattern = parts.Aggregate(grammar.IsInterleaved(name) ? _pool.Interleave : _pool.Choice);
        grammar.Set(name, pattern);
        return pattern;
    }

    private Pattern Read(XElement element, SchemaGrammar grammar) => element.Name.LocalName switch
    {
        "element" => Element(element, grammar),
        "attribute" => Attribute(element, grammar),
        "group" => All(Children(element), grammar, _pool.Group),
        "interleave" => All(Children(element), grammar, _pool.Interleave),
        "choice" => All(Children(element), grammar, _pool.Choice),
        "optional" => _pool.Optional(All(Children(element), grammar, _pool.Group)),
        "oneOrMore" => _pool.OneOrMore(All(Children(element), grammar, _pool.Group)),
        "zeroOrMore" => _pool.Optional(_pool.OneOrMore(All(Children(element), grammar, _pool.Group))),
        "ref" => Define(Required(element, "name"), grammar),
        "grammar" => Start(element, grammar.Folder),
        "empty" => Pattern.Empty,
        "notAllowed" => Pattern.NotAllowed,
        "text" => Pattern.Text,
        "value" => new ValuePattern(SchemaDataType.Collapse(element.Value)),
        "data" => Data(element, grammar),
        var other => throw new FormatException($"unexpected element '{other}' in a pattern"),
    };

    private ElementPattern Element(XElement element, SchemaGrammar grammar)
    {
        var pattern = new ElementPattern(Name(element, isAttribute: false));
        _pending.Enqueue((pattern, element, grammar));
        return pattern;
    }

    private AttributePattern Attribute(XElement element, SchemaGrammar grammar)
    {
        var children = Children(element).ToList();
        return new AttributePattern(
            Name(element, isAttribute: true),
            children.Count == 0 ? Pattern.Text : All(children, grammar, _pool.Group));
    }

    private DataPattern Data(XElement element, SchemaGrammar grammar)
    {
        var type = new SchemaDataType(Required(element, "type"));
        foreach (var limit in element.Elements(Rng + "param"))
        {
            type.Limit(Required(limit, "name"), limit.Value);
        }

        var except = element.Element(Rng + "except");
        return new DataPattern(type, except is null ? null : All(Children(except), grammar, _pool.Choice));
    }

    private static NameClass Name(XElement element, bool isAttribute) =>
        element.Attribute("name")?.Value.Trim() is not { } name
            ? element.Element(Rng + "anyName") is not null
                ? NameClass.Any
                : throw new FormatException($"an {element.Name.LocalName} without a name")
            : new NameClass(
                isAttribute
                    ? element.Attribute("ns")?.Value ?? ""
                    : element.AncestorsAndSelf().Select(around => around.Attribute("ns")?.Value)
                        .FirstOrDefault(uri => uri is not null) ?? "",
                name);

    private Pattern All(IEnumerable<XElement> children, SchemaGrammar grammar, Func<Pattern, Pattern, Pattern> join)
    {
        // Joined from the end, so that what comes first is found first.
        Pattern? joined = null;
        foreach (var child in children.Reverse())
        {
            var pattern = Read(child, grammar);
            joined = joined is null ? pattern : join(pattern, joined);
        }

        return joined ?? Pattern.Empty;
    }

    private static IEnumerable<XElement> Children(XElement element) => element.Elements().Where(child =>
        child.Name.Namespace == Rng && child.Name.LocalName is not ("anyName" or "param" or "except"));

    private static string Required(XElement element, string name) => element.Attribute(name)?.Value.Trim()
        ?? throw new FormatException($"'{element.Name.LocalName}' without its attribute '{name}'");
}
