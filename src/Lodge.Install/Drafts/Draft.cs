using Lodge.Install.Drafts.Shapes;

namespace Lodge.Install.Drafts;

/// <summary>
/// An element of a domain's XML while it is made up or changed: values by their path below it, and lists of elements
/// that are drafts themselves. One that is made up is written in the order of its shape, whatever was set first. One
/// over XML that was there already (<see cref="Parse(string)"/>) changes that in place, and keeps all it does not know.
/// </summary>
/// <param name="shape">What the element is.</param>
internal sealed partial class Draft(DraftShape shape)
{
    private readonly OrderedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> _lists = new(StringComparer.Ordinal);
    private DraftNode? _element;

    /// <summary>The element it changes in XML that was there already; null for one that is made up.</summary>
    public DraftNode? Element => _element;

    /// <summary>What the element is.</summary>
    public DraftShape Shape => shape;

    /// <summary>The values in the order in which they were last set, or stand in XML that was there already.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => _element?.Values(shape) ?? _values;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _element?.IsEmpty
        ?? (_values.Count == 0 && _lists.Values.All(list => list.TrueForAll(draft => draft.IsEmpty)));

    /// <summary>
    /// A value by its path (<c>driver/@type</c>, <c>name</c>, <c>.</c> for the element's own text). An element that
    /// says something by being there has the empty text. Null where there is none; setting null takes it away.
    /// </summary>
    public string? this[string path]
    {
        get => _element is null ? _values.GetValueOrDefault(path) : _element.Get(path);
        set
        {
            if (_element is not null)
            {
                _element.Put(path, value);
                return;
            }

            _values.Remove(path);
            if (value is not null) _values.Add(path, value);
        }
    }

    /// <summary>A draft over the XML of a domain that was there already.</summary>
    /// <exception cref="FormatException">It is no XML, or not that of a domain.</exception>
    public static Draft Parse(string xml) => Parse(xml, DomainShape.Domain);

    /// <summary>A draft over XML that was there already.</summary>
    /// <exception cref="FormatException">It is no XML, or another element's.</exception>
    public static Draft Parse(string xml, DraftShape shape)
    {
        var element = DraftNode.Parse(xml);
        if (element.Name == shape.Name) return new Draft(shape) { _element = element };
        throw new FormatException(
            $"XML did not have expected root element name '{shape.Name}', found '{element.Name}'");
    }

    /// <summary>The XML, two spaces a level, with a new line at its end.</summary>
    public string ToXml() => (_element ?? DraftNode.Of(this)).ToString();

    /// <summary>Whether any value lies at or below a path.</summary>
    public bool Has(string path) => _element?.Has(path) ?? _values.Keys.Any(
        key => key == path || key.StartsWith(path + '/', StringComparison.Ordinal));

    /// <summary>The elements of a list (<c>source/seclabel</c>); those that are added appear here at once.</summary>
    public IReadOnlyList<Draft> All(string list) => List(list);

    /// <summary>Adds an element to a list.</summary>
    public Draft Add(string list)
    {
        var added = New(list);
        if (_element is not null) added._element = _element.Add(list);
        List(list).Add(added);
        return added;
    }

    /// <summary>Adds a draft that was made apart.</summary>
    public void Add(string list, Draft added) => Insert(list, List(list).Count, added);

    /// <summary>Puts a draft that was made apart at a place of a list.</summary>
    public void Insert(string list, int index, Draft added)
    {
        var items = List(list);
        if (_element is not null)
        {
            var (node, before) = (DraftNode.Of(added), index < items.Count ? items[index]._element : null);
            _element.Add(list, node, before);
            added.Join(node);
        }

        items.Insert(index, added);
    }

    /// <summary>Takes an element out of a list.</summary>
    public void Remove(string list, Draft removed)
    {
        if (List(list).Remove(removed) && removed._element is not null) _element?.Remove(list, removed._element);
    }

    /// <summary>A new element for a list, not in it yet.</summary>
    public Draft New(string list) => new(shape.Lists[list]);

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _values.Clear();
        _lists.Clear();
        _element?.Clear();
    }

    /// <summary>Takes everything out that lies at or below a path.</summary>
    /// <param name="path">The path of an element.</param>
    /// <param name="keep">Whether the element stays where it is, empty, in XML that was there already.</param>
    public void Clear(string path, bool keep = false)
    {
        foreach (var list in _lists.Keys.Where(list => IsBelow(list, path)).ToArray()) _lists.Remove(list);
        foreach (var value in _values.Keys.Where(value => IsBelow(value, path)).ToArray()) _values.Remove(value);
        _element?.Clear(path, keep);
    }

    private static bool IsBelow(string path, string parent) =>
        path == parent || path.StartsWith(parent + '/', StringComparison.Ordinal);

    // From here on it is part of XML that was there already.
    private void Join(DraftNode element)
    {
        (_element, var lists) = (element, _lists.ToArray());
        _values.Clear();
        foreach (var (list, drafts) in lists)
        {
            drafts.RemoveAll(draft => draft.IsEmpty);
            foreach (var (draft, node) in drafts.Zip(element.All(list))) draft.Join(node);
        }
    }

    private List<Draft> List(string name)
    {
        if (!shape.Lists.TryGetValue(name, out var items))
            throw new ArgumentException($"<{shape.Name}> has no list '{name}'", nameof(name));
        if (_lists.TryGetValue(name, out var list)) return list;
        list = _element is null ? [] : [.. _element.All(name).Select(node => new Draft(items) { _element = node })];
        return _lists[name] = list;
    }
}
