namespace Lodge.Cli.Virsh.Output;

/// <summary>Names under their parents, drawn with lines.</summary>
internal static class Tree
{
    /// <summary>Draws all trees of a forest, each with a blank line below.</summary>
    /// <param name="names">All names in order.</param>
    /// <param name="parentOf">The parent of a name; null of a root.</param>
    internal static string Draw(IReadOnlyList<string> names, Func<string, string?> parentOf)
    {
        var children = names.ToLookup(name => parentOf(name) ?? "");
        var lines = new List<string>();
        foreach (var root in children[""])
        {
            Draw(lines, children, root, indent: "", isRoot: true, isLast: true);
        }

        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static void Draw(
        List<string> lines, ILookup<string, string> children, string name, string indent, bool isRoot, bool isLast)
    {
        lines.Add($"{indent}{(isRoot ? "" : "+- ")}{name}");
        if (!isRoot)
        {
            indent += isLast ? "  " : "| ";
        }

        var below = children[name].ToArray();
        if (below.Length > 0)
        {
            lines.Add($"{indent}  |");
        }

        for (var i = 0; i < below.Length; i++)
        {
            Draw(lines, children, below[i], indent + "  ", isRoot: false, isLast: i == below.Length - 1);
        }

        if (below.Length == 0 && isLast)
        {
            lines.Add(indent);
        }
    }
}
