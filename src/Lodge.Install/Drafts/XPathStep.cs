using System.Globalization;

namespace Lodge.Install.Drafts;

/// <summary>A step of an <see cref="XPath"/>: a name, and conditions that tell elements of it apart.</summary>
/// <param name="Name">Name of the elements; <c>*</c> for any.</param>
/// <param name="Conditions">What stands between brackets, each.</param>
/// <param name="IsAnywhere">Whether they may lie at any depth (<c>//</c>).</param>
internal sealed record XPathStep(string Name, IReadOnlyList<string> Conditions, bool IsAnywhere)
{
    /// <summary>Takes a step apart.</summary>
    /// <param name="text">The step.</param>
    /// <param name="whole">The path that it is a part of.</param>
    /// <param name="anywhere">Whether two slashes stand before it.</param>
    /// <exception cref="FormatException">It is no such step.</exception>
    public static XPathStep Parse(string text, string whole, bool anywhere)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? text : text[..bracket];
        if (name.Length == 0 || name.Any(character => !(char.IsLetterOrDigit(character) || character is '*' or ':'
            or '-' or '_' or '.')))
        {
            throw new FormatException($"{whole} Invalid expression");
        }

        var conditions = new List<string>();
        while (bracket >= 0)
        {
            var end = text.IndexOf(']', bracket);
            conditions.Add(text[(bracket + 1)..end].Trim());
            if (end + 1 == text.Length) break;
            if (text[end + 1] != '[') throw new FormatException($"{whole} Invalid expression");
            bracket = end + 1;
        }

        return new XPathStep(name, conditions, anywhere);
    }

    /// <summary>The elements that it leads to from an element.</summary>
    public IEnumerable<DraftNode> Of(DraftNode parent)
    {
        IEnumerable<DraftNode> found = IsAnywhere ? Below(parent) : parent.Children;
        var left = found.Where(node => Name == "*" || node.Name == Name).ToList();
        foreach (var condition in Conditions) left = Keep(left, condition);
        return left;
    }

    /// <summary>An element that it would lead to, with the attributes that its conditions name.</summary>
    public DraftNode Make()
    {
        if (Name == "*") throw new FormatException("* names no element that could be made");
        var made = new DraftNode(Name);
        foreach (var condition in Conditions)
        {
            if (Equal(condition) is (['@', ..] attribute, { } value)) made.Put(attribute, value);
        }

        return made;
    }

    private static List<DraftNode> Keep(List<DraftNode> nodes, string condition)
    {
        if (int.TryParse(condition, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= nodes.Count ? [nodes[number - 1]] : [];
        if (condition == "last()") return nodes.Count > 0 ? [nodes[^1]] : [];
        var (path, value) = Equal(condition);
        return nodes.FindAll(node => value is null ? node.Has(path) : node.Get(path) == value);
    }

    private static (string Path, string? Value) Equal(string condition)
    {
        var equals = condition.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? (condition, null)
            : (condition[..equals].Trim(), condition[(equals + 1)..].Trim().Trim('\'', '"'));
    }

    private static IEnumerable<DraftNode> Below(DraftNode parent)
    {
        foreach (var child in parent.Children)
        {
            yield return child;
            foreach (var deeper in Below(child)) yield return deeper;
        }
    }
}
