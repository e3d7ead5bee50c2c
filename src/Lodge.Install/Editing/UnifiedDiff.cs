using System.Globalization;
using System.Text;

namespace Lodge.Install.Editing;

/// <summary>What differs between two texts, line by line, as <c>diff -u</c> shows it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference; empty where there is none.</summary>
    public static string Of(string before, string after, string nameBefore, string nameAfter)
    {
        var (old, @new) = (Lines(before), Lines(after));
        var changes = Changes(old, @new);
        if (changes.Count == 0) return "";
        var text = new StringBuilder($"--- {nameBefore}\n+++ {nameAfter}\n");
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count
                && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * Context) last++;
            Append(text, old, @new, changes[first..(last + 1)]);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] old, string[] @new, List<Change> changes)
    {
        var start = Math.Max(changes[0].OldStart - Context, 0);
        var end = Math.Min(changes[^1].OldEnd + Context, old.Length);
        var shift = changes[0].NewStart - changes[0].OldStart;
        var endShift = changes[^1].NewEnd - changes[^1].OldEnd;
        text.Append($"@@ -{Range(start, end)} +{Range(start + shift, end + endShift)} @@\n");
        var at = start;
        foreach (var change in changes)
        {
            for (; at < change.OldStart; at++) text.Append(' ').Append(old[at]);
            for (; at < change.OldEnd; at++) text.Append('-').Append(old[at]);
            for (var line = change.NewStart; line < change.NewEnd; line++) text.Append('+').Append(@new[line]);
        }

        for (; at < end; at++) text.Append(' ').Append(old[at]);
    }

    private static string Range(int start, int end)
    {
        var length = end - start;
        return length == 1
            ? (start + 1).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(length == 0 ? start : start + 1)},{length}");
    }

    // By the longest common sequence: guests have some hundred lines.
    private static List<Change> Changes(string[] old, string[] @new)
    {
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == @new[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var changes = new List<Change>();
        for (int i = 0, j = 0; i < old.Length || j < @new.Length;)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (oldStart, newStart) = (i, j);
            while ((i < old.Length || j < @new.Length) && !(i < old.Length && j < @new.Length && old[i] == @new[j]))
            {
                if (j >= @new.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1])) i++;
                else j++;
            }

            changes.Add(new Change(oldStart, i, newStart, j));
        }

        return changes;
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + '\n')];

    private readonly record struct Change(int OldStart, int OldEnd, int NewStart, int NewEnd);
}
