namespace Lodge.Install.Drafts;

/// <summary>A place in XML as people write it in XPath: <c>./devices/disk[2]/@type</c>.</summary>
/// <remarks>
/// Of XPath 1.0 it has names, <c>*</c>, <c>//</c>, <c>.</c>, <c>..</c>, an attribute at the end, and the conditions
/// <c>[2]</c>, <c>[last()]</c>, <c>[@name]</c>, <c>[@name='value']</c> and <c>[name='value']</c>.
/// </remarks>
internal sealed record XPath
{
    // Deeper than any XML of a guest; what `//` may mean grows with each.
    private const int MostSteps = 32;

    private XPath(List<XPathStep> steps, string? attribute) => (Steps, Attribute) = (steps, attribute);

    /// <summary>The steps from the root to the element.</summary>
    public IReadOnlyList<XPathStep> Steps { get; }

    /// <summary>Name of the attribute at the end; null where an element is meant.</summary>
    public string? Attribute { get; }

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text; one that does not begin with <c>/</c> starts at the root element.</param>
    /// <param name="root">Name of the root element.</param>
    /// <exception cref="FormatException">It is no XPath, or more of XPath than there is here.</exception>
    public static XPath Parse(string text, string root)
    {
        var parts = Split(text);
        var (steps, anywhere) = (new List<XPathStep>(), false);
        string? attribute = null;
        // An absolute path names the root itself first.
        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal))
        {
            parts.RemoveAt(0);
            if (parts.Count == 0 || XPathStep.Parse(parts[0], text, false).Name is var first && first != root
                && first != "*")
            {
                throw new FormatException($"{text} is not below <{root}>");
            }

            parts.RemoveAt(0);
        }

        foreach (var (index, part) in parts.Index())
        {
            if (attribute is not null) throw new FormatException($"{text} goes on behind an attribute");
            switch (part)
            {
                case ".":
                    break;
                case "":
                    if (index == 0 && parts.Count > 1 && parts[1].Length == 0) break;
                    anywhere = true;
                    break;
                case "..":
                    if (steps.Count == 0) throw new FormatException($"{text} leads out of <{root}>");
                    steps.RemoveAt(steps.Count - 1);
                    break;
                case ['@', .. var name]:
                    attribute = name;
                    break;
                default:
                    steps.Add(XPathStep.Parse(part, text, anywhere));
                    anywhere = false;
                    break;
            }
        }

        if (steps.Count > MostSteps) throw new FormatException($"{text} has more than {MostSteps} steps");
        return new XPath(steps, attribute);
    }

    /// <summary>The first element that it means; null where there is none.</summary>
    public DraftNode? Find(DraftNode root) => Find(root, Steps.Count);

    /// <summary>The first element that its first steps mean; null where there is none.</summary>
    public DraftNode? Find(DraftNode root, int steps)
    {
        IReadOnlyList<DraftNode> found = [root];
        foreach (var step in Steps.Take(steps)) found = [.. found.SelectMany(step.Of).Distinct()];
        return found.Count > 0 ? found[0] : null;
    }

    // Slashes between brackets or quotes are part of a condition.
    private static List<string> Split(string text)
    {
        var (parts, start, quote, depth) = (new List<string>(), 0, '\0', 0);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (quote != '\0') quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"') quote = character;
            else if (character == '[') depth++;
            else if (character == ']') depth--;
            else if (character == '/' && depth == 0)
            {
                parts.Add(text[start..index]);
                start = index + 1;
            }
        }

        if (quote != '\0' || depth != 0)
            throw new FormatException($"{text} has brackets or quotes that are not closed");
        parts.Add(text[start..]);
        return parts;
    }
}
