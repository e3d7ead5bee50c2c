using System.Runtime.InteropServices;

namespace Lodge.Model.Xml;

/// <summary>An element of a parsed document: what the model's classes read themselves from.</summary>
public sealed partial class Element
{
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private List<Element>? _children;
    private string _text = "";

    internal Element(string name, string namespaceUri) => (Name, NamespaceUri) = (name, namespaceUri);

    /// <summary>The name without its prefix.</summary>
    public string Name { get; }

    /// <summary>The namespace, or an empty string.</summary>
    public string NamespaceUri { get; }

    /// <summary>The elements inside that have no namespace, in their order.</summary>
    public ReadOnlySpan<Element> Children => CollectionsMarshal.AsSpan(_children);

    /// <summary>The characters directly inside.</summary>
    public string Text => _text;

    /// <summary>The element as it came, where the reader was told to keep it.</summary>
    public XmlNode? Kept { get; internal set; }

    /// <summary>Whether it has neither attributes nor elements inside.</summary>
    public bool IsBare => _attributes.Count == 0 && (_children is null || _children.Count == 0);

    /// <summary>An attribute's value, or null where it is absent.</summary>
    public string? Attribute(string name)
    {
        foreach (ref readonly var attribute in CollectionsMarshal.AsSpan(_attributes))
        {
            if (attribute.Key == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The first element of that name inside, or null.</summary>
    public Element? Child(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name && child.NamespaceUri.Length == 0)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The element at the end of a path, or null.</summary>
    public Element? Child(string first, string second) => Child(first)?.Child(second);

    /// <summary>Whether an element of that name is inside.</summary>
    public bool Has(string name) => Child(name) is not null;

    /// <summary>The text of the first element of that name, or null where it is absent or empty.</summary>
    public string? ChildText(string name) => Child(name) is { Text.Length: > 0 } child ? child.Text : null;

    /// <summary>An attribute of the first element of that name, or null where it is absent or empty.</summary>
    public string? ChildAttribute(string child, string attribute) =>
        Child(child)?.Attribute(attribute) is { Length: > 0 } value ? value : null;

    /// <summary>Every element of that name inside, in their order.</summary>
    public List<Element> All(string name)
    {
        var found = new List<Element>();
        foreach (var child in Children)
        {
            if (child.Name == name && child.NamespaceUri.Length == 0)
            {
                found.Add(child);
            }
        }

        return found;
    }

    internal void Add(string attribute, string value) => _attributes.Add(new(attribute, value));

    internal void Add(Element child) => (_children ??= []).Add(child);

    internal void AddText(string text) => _text = _text.Length == 0 ? text : _text + text;
}
