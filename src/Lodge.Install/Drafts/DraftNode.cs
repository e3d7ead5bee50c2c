using System.Text;

namespace Lodge.Install.Drafts;

/// <summary>
/// An element as it is written: with the attributes, text and elements that a draft's values make of it.
/// </summary>
internal sealed partial class DraftNode(string name)
{
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["libosinfo"] = "http://libosinfo.org/xmlns/libvirt/domain/1.0",
        ["qemu"] = "http://libvirt.org/schemas/domain/qemu/1.0",
    };

    private readonly OrderedDictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly List<DraftNode> _children = [];
    private string _text = "";

    /// <summary>The element that a draft makes; a copy where it stands in XML that was there already.</summary>
    public static DraftNode Of(Draft draft)
    {
        if (draft.Element is { } there) return there.Copy();
        var node = new DraftNode(draft.Shape.Name);
        node.Fill(draft);
        return node;
    }

    /// <summary>The text, two spaces a level, with a new line at its end.</summary>
    public override string ToString()
    {
        var output = new StringBuilder();
        Write(output, 0, []);
        return output.Append('\n').ToString();
    }

    private void Fill(Draft draft)
    {
        var left = draft.Values.Select(value => value.Key).ToList();
        foreach (var place in draft.Shape.Order)
        {
            if (place.EndsWith("[]", StringComparison.Ordinal))
            {
                AddList(draft, place[..^2]);
            }
            else if (place.EndsWith('*'))
            {
                foreach (var path in left.FindAll(path => IsFree(draft.Shape, path, place))) Take(path);
            }
            else if (left.Contains(place))
            {
                Take(place);
            }
        }

        left.ToList().ForEach(Take);
        void Take(string path)
        {
            left.Remove(path);
            Set(path, draft[path]!);
        }
    }

    private static bool IsFree(DraftShape shape, string path, string place) =>
        path.StartsWith(place.AsSpan(0, place.Length - 1), StringComparison.Ordinal)
            && !shape.Order.Contains(path) && !IsBelowAnother(shape, path, place);

    // '*' of the element itself leaves 'clock/…' to 'clock/*', which stands elsewhere.
    private static bool IsBelowAnother(DraftShape shape, string path, string place) => shape.Order.Any(
        other => other != place && other.EndsWith('*') && other.Length > place.Length
            && path.StartsWith(other.AsSpan(0, other.Length - 1), StringComparison.Ordinal));

    private void AddList(Draft draft, string list)
    {
        foreach (var item in draft.All(list))
        {
            if (item.IsEmpty) continue;
            var slash = list.LastIndexOf('/');
            var parent = slash < 0 ? this : Child(list[..slash]);
            parent._children.Add(Of(item));
        }
    }

    private void Set(string path, string value)
    {
        var attribute = path.StartsWith('@') ? 0 : path.LastIndexOf("/@", StringComparison.Ordinal) + 1;
        if (path[attribute] != '@') Child(path)._text = value;
        else Child(path[..Math.Max(attribute - 1, 0)])._attributes[path[(attribute + 1)..]] = value;
    }

    private DraftNode Child(string path)
    {
        var node = this;
        if (path is "" or ".") return node;
        foreach (var step in path.Split('/'))
        {
            var next = node._children.Find(child => child.Is(step));
            if (next is null) node._children.Add(next = Make(step));
            node = next;
        }

        return node;
    }

    // A step is a name, or a name with an attribute that tells it from others: entry[@name='date'].
    private static (string Name, string? Attribute, string? Value) Parts(string step) =>
        step.Split("[@", 2) is [var name, var rest] && rest.TrimEnd(']').Split('=', 2) is [var attribute, var value]
            ? (name, attribute, value.Trim('\''))
            : (step, null, null);

    private static DraftNode Make(string step)
    {
        var (name, attribute, value) = Parts(step);
        var node = new DraftNode(name);
        if (attribute is not null) node._attributes[attribute] = value!;
        return node;
    }

    private bool Is(string step)
    {
        var (wanted, attribute, value) = Parts(step);
        return name == wanted && (attribute is null || _attributes.GetValueOrDefault(attribute) == value);
    }

    private void Write(StringBuilder output, int level, string[] declared)
    {
        output.Append(' ', level * 2).Append('<').Append(name);
        const string Declaration = "xmlns:";
        declared =
        [
            .. declared,
            .. _attributes.Keys.Where(key => key.StartsWith(Declaration, StringComparison.Ordinal))
                .Select(key => key[Declaration.Length..]),
        ];
        if (name.Split(':') is [var prefix, _] && !declared.Contains(prefix)
            && Namespaces.TryGetValue(prefix, out var address))
        {
            declared = [.. declared, prefix];
            output.Append($" xmlns:{prefix}=\"{address}\"");
        }

        foreach (var (attribute, value) in _attributes)
        {
            var quoted = Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal);
            output.Append(' ').Append(attribute).Append("=\"").Append(quoted).Append('"');
        }

        if (_text.Length == 0 && _children.Count == 0)
        {
            output.Append("/>");
            return;
        }

        output.Append('>').Append(Escape(_text));
        foreach (var child in _children)
        {
            output.Append('\n');
            child.Write(output, level + 1, declared);
        }

        if (_children.Count > 0) output.Append('\n').Append(' ', level * 2);
        output.Append("</").Append(name).Append('>');
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
