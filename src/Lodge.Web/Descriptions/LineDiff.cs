using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Lodge.Web.Descriptions;

/// <summary>What is other in a text, line by line, with a little around it.</summary>
public static class LineDiff
{
    private const int Around = 2;

    /// <summary>
    /// The lines with their signs: <c>+</c> new, <c>-</c> gone, a blank for the same, <c>…</c> for a gap.
    /// </summary>
    public static IReadOnlyList<(char Sign, string Text)> Of(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var isNear = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type == ChangeType.Unchanged) continue;
            for (var near = Math.Max(0, i - Around); near <= Math.Min(lines.Count - 1, i + Around); near++)
                isNear[near] = true;
        }

        var result = new List<(char, string)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (isNear[i])
            {
                var sign = lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
                result.Add((sign, lines[i].Text));
            }
            else if (i > 0 && isNear[i - 1])
            {
                result.Add(('…', ""));
            }
        }

        return result;
    }
}
