namespace Lodge.Install.Drafts;

/// <summary>
/// A change of XML by path, whatever the options know: <c>--xml ./cpu/@mode=host-model</c>, or
/// <c>xpath1.set=./@model=x</c> of another option.
/// </summary>
internal sealed class XmlEdit
{
    /// <summary>The path of what is to go.</summary>
    public string? Delete { get; set; }

    /// <summary>The path of what is to be there, empty if it is new.</summary>
    public string? Create { get; set; }

    /// <summary>The path of what is to be set, with <c>=</c> and its value unless that stands alone.</summary>
    public string? Set { get; set; }

    /// <summary>The value where it stands alone.</summary>
    public string? Value { get; set; }

    /// <summary>Takes one of its parts (<c>delete</c>, <c>set</c>, <c>create</c>, <c>value</c>).</summary>
    public void Take(string part, string? text)
    {
        switch (part)
        {
            case "delete":
                Delete = text;
                break;
            case "set":
                Set = text;
                break;
            case "create":
                Create = text;
                break;
            default:
                Value = text;
                break;
        }
    }

    /// <summary>Makes the change.</summary>
    /// <param name="root">The XML.</param>
    /// <param name="at">Where paths that begin with <c>.</c> start.</param>
    /// <exception cref="FormatException">Its path makes no sense, or there is no value for it.</exception>
    public void Perform(DraftNode root, string at = ".")
    {
        if (Delete is { Length: > 0 }) Remove(root, Path(Delete, at, root));
        else if (Create is { Length: > 0 }) Make(root, Path(Create, at, root));
        else if (Set is { Length: > 0 } || Value is { Length: > 0 }) Put(root, at);
    }

    private void Put(DraftNode root, string at)
    {
        var (path, value) = (Set ?? "None", Value);
        if (string.IsNullOrEmpty(value))
        {
            var equals = path.LastIndexOf('=');
            if (equals < 0) throw new FormatException($"{path}: Setting xpath must be in the form of XPATH=VALUE");
            (path, value) = (path[..equals], path[(equals + 1)..]);
        }

        var place = Path(path, at, root);
        if (value.Length > 0) Make(root, place).Put(place.Attribute is null ? "." : "@" + place.Attribute, value);
        else Empty(root, place);
    }

    private static XPath Path(string text, string at, DraftNode root) =>
        XPath.Parse(text.StartsWith('.') ? at + text[1..] : text, root.Name);

    private static DraftNode Make(DraftNode root, XPath path)
    {
        var node = root;
        for (var steps = 1; steps <= path.Steps.Count; steps++)
        {
            var next = path.Find(root, steps);
            if (next is null) node.Add(next = path.Steps[steps - 1].Make());
            node = next;
        }

        return node;
    }

    private static void Remove(DraftNode root, XPath path)
    {
        if (path.Find(root) is not { } node) return;
        if (path.Attribute is not null) node.Put("@" + path.Attribute, null);
        else path.Find(root, path.Steps.Count - 1)?.Remove(node);
    }

    // What is empty then goes, with all above it that is.
    private static void Empty(DraftNode root, XPath path)
    {
        if (path.Find(root) is not { } node) return;
        if (path.Attribute is not null) node.Put("@" + path.Attribute, null);
        else node.Clear();
        for (var steps = path.Steps.Count; steps > 0 && path.Find(root, steps) is { IsEmpty: true } empty; steps--)
            path.Find(root, steps - 1)!.Remove(empty);
    }
}
