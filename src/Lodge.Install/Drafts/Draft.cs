namespace Lodge.Install.Drafts;

/// <summary>
/// An element of a domain's XML while it is made up from options: values by their path below it, and lists of elements
/// that are drafts themselves. Written out, its parts stand in the order of its shape, whatever was set first.
/// </summary>
/// <param name="shape">What the element is.</param>
internal sealed class Draft(DraftShape shape)
{
    private readonly OrderedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> _lists = new(StringComparer.Ordinal);

    /// <summary>What the element is.</summary>
    public DraftShape Shape => shape;

    /// <summary>The values in the order in which they were last set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => _values;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _values.Count == 0 && _lists.Values.All(list => list.TrueForAll(draft => draft.IsEmpty));

    /// <summary>
    /// A value by its path (<c>driver/@type</c>, <c>name</c>, <c>.</c> for the element's own text). An element that
    /// says something by being there has the empty text. Null where there is none; setting null takes it away.
    /// </summary>
    public string? this[string path]
    {
        get => _values.GetValueOrDefault(path);
        set
        {
            _values.Remove(path);
            if (value is not null) _values.Add(path, value);
        }
    }

    /// <summary>Whether any value lies at or below a path.</summary>
    public bool Has(string path) => _values.Keys.Any(
        key => key == path || key.StartsWith(path + '/', StringComparison.Ordinal));

    /// <summary>The elements of a list (<c>source/seclabel</c>); those that are added appear here at once.</summary>
    public IReadOnlyList<Draft> All(string list) => List(list);

    /// <summary>Adds an element to a list.</summary>
    public Draft Add(string list)
    {
        var added = new Draft(shape.Lists[list]);
        List(list).Add(added);
        return added;
    }

    /// <summary>Adds a draft that was made apart.</summary>
    public void Add(string list, Draft added) => List(list).Add(added);

    /// <summary>Takes an element out of a list.</summary>
    public void Remove(string list, Draft removed) => List(list).Remove(removed);

    /// <summary>A new element for a list, not in it yet.</summary>
    public Draft New(string list) => new(shape.Lists[list]);

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _values.Clear();
        _lists.Clear();
    }

    private List<Draft> List(string name)
    {
        if (!shape.Lists.ContainsKey(name))
            throw new ArgumentException($"<{shape.Name}> has no list '{name}'", nameof(name));
        if (!_lists.TryGetValue(name, out var list)) _lists[name] = list = [];
        return list;
    }
}
