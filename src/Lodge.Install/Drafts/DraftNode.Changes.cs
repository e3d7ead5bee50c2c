namespace Lodge.Install.Drafts;

/// <content>Changes of elements that are there: what is new comes behind what is there, what is empty goes.</content>
internal sealed partial class DraftNode
{
    /// <summary>The element's name, with its prefix.</summary>
    public string Name => name;

    /// <summary>The elements in it.</summary>
    public IReadOnlyList<DraftNode> Children => _children;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _attributes.Count == 0 && _children.Count == 0 && _text.Length == 0;

    /// <summary>A value by its path; null where there is none.</summary>
    public string? Get(string path)
    {
        var (element, attribute) = Ends(path);
        if (Find(element) is not { } node) return null;
        return attribute is null ? node._text : node._attributes.GetValueOrDefault(attribute);
    }

    /// <summary>Whether there is an element or an attribute at a path.</summary>
    public bool Has(string path) => Get(path) is not null;

    /// <summary>Sets a value, or takes it away; elements that are empty then go too.</summary>
    public void Put(string path, string? value)
    {
        if (value is not null) Set(path, value);
        else Take(path);
    }

    /// <summary>The elements at a path.</summary>
    public IEnumerable<DraftNode> All(string path)
    {
        var slash = path.LastIndexOf('/');
        var parent = slash < 0 ? this : Find(path[..slash]);
        return parent is null ? [] : parent._children.Where(child => child.Is(path[(slash + 1)..]));
    }

    /// <summary>Takes out the element at a path; the one that it was in stays.</summary>
    public void Drop(string path)
    {
        if (Find(path) is { } dropped) Remove(path, dropped);
    }

    /// <summary>Takes on all that is in another element of its name.</summary>
    public void Become(DraftNode other)
    {
        Clear();
        _text = other._text;
        foreach (var (attribute, value) in other._attributes) _attributes[attribute] = value;
        _children.AddRange(other._children);
    }

    /// <summary>The element at a path below this one; null where there is none.</summary>
    public DraftNode? Find(string path)
    {
        var node = this;
        if (path is "" or ".") return node;
        foreach (var step in path.Split('/'))
        {
            node = node._children.Find(child => child.Is(step));
            if (node is null) return null;
        }

        return node;
    }

    /// <summary>Adds an element behind what is there.</summary>
    public void Add(DraftNode added) => _children.Add(added);

    /// <summary>Takes out an element.</summary>
    public void Remove(DraftNode removed) => _children.Remove(removed);

    /// <summary>Adds an empty element at a path, behind what is there.</summary>
    public DraftNode Add(string path)
    {
        var added = Make(path[(path.LastIndexOf('/') + 1)..]);
        Add(path, added, null);
        return added;
    }

    /// <summary>Adds an element at a path, behind what is there or before another.</summary>
    public void Add(string path, DraftNode added, DraftNode? before)
    {
        var slash = path.LastIndexOf('/');
        var siblings = (slash < 0 ? this : Child(path[..slash]))._children;
        var index = before is null ? -1 : siblings.IndexOf(before);
        siblings.Insert(index < 0 ? siblings.Count : index, added);
    }

    /// <summary>Takes out an element of a list; the one that it was in stays.</summary>
    public void Remove(string path, DraftNode removed)
    {
        var slash = path.LastIndexOf('/');
        (slash < 0 ? this : Find(path[..slash]))?._children.Remove(removed);
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _attributes.Clear();
        _children.Clear();
        _text = "";
    }

    /// <summary>Takes everything out of the element at a path, and the element too unless it is to stay.</summary>
    public void Clear(string path, bool keep)
    {
        if (Find(path) is not { } node) return;
        node.Clear();
        if (!keep) Remove(path, node);
    }

    /// <summary>The values at and below it, but for those of the lists of a shape.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values(DraftShape shape, string path = "")
    {
        foreach (var (attribute, value) in _attributes) yield return new(Below(path, "@" + attribute), value);
        if (path.Length > 0 && (_text.Length > 0 || IsEmpty)) yield return new(path, _text);
        if (path.Length == 0 && _text.Length > 0) yield return new(".", _text);
        foreach (var child in _children)
        {
            var at = Below(path, child.Name);
            if (shape.Lists.ContainsKey(at)) continue;
            foreach (var value in child.Values(shape, at)) yield return value;
        }
    }

    private DraftNode Copy()
    {
        var copy = new DraftNode(name) { _text = _text };
        foreach (var (attribute, value) in _attributes) copy._attributes[attribute] = value;
        copy._children.AddRange(_children.Select(child => child.Copy()));
        return copy;
    }

    private static string Below(string path, string part) => path.Length == 0 ? part : $"{path}/{part}";

    private static (string Element, string? Attribute) Ends(string path)
    {
        var slash = path.LastIndexOf('/');
        if (path[slash + 1] != '@') return (path, null);
        return (slash < 0 ? "" : path[..slash], path[(slash + 2)..]);
    }

    private void Take(string path)
    {
        var (element, attribute) = Ends(path);
        if (Find(element) is not { } node) return;
        if (attribute is null) node._text = "";
        else node._attributes.Remove(attribute);
        while (element is not ("" or ".") && Find(element) is { IsEmpty: true } empty)
        {
            Remove(element, empty);
            element = element.Contains('/') ? element[..element.LastIndexOf('/')] : "";
        }
    }
}
