namespace Lodge.Install.Drafts;

/// <summary>A path below an element of a draft, taken apart: <c>source/seclabel[]/@model</c>.</summary>
/// <remarks>Of XPath it has names, attributes at the end, and <c>[]</c> for an element of a list.</remarks>
internal static class DraftPath
{
    private const string Many = "[]";

    // Far more than any guest has, and few enough to be made in no time.
    private const int MostElements = 4096;

    /// <summary>The element that holds the last part of a path, and what is left of the path there.</summary>
    /// <param name="root">Where the path begins.</param>
    /// <param name="path">The path; each <c>[]</c> takes one of the numbers.</param>
    /// <param name="numbers">Which elements of the lists, from 0; where they are too few, the first.</param>
    /// <param name="make">Whether elements that are missing are made.</param>
    /// <exception cref="FormatException">A number is beyond all that make sense.</exception>
    /// <returns>Null where an element is missing and none is made.</returns>
    public static (Draft Draft, string Left)? Find(Draft root, string path, ReadOnlySpan<int> numbers, bool make)
    {
        var draft = root;
        while (path.IndexOf(Many, StringComparison.Ordinal) is var end and >= 0)
        {
            var (list, number) = (draft.All(path[..end]), numbers.IsEmpty ? 0 : numbers[0]);
            if (number >= MostElements)
                throw new FormatException($"There are no {number} elements of <{path[..end]}>");
            while (make && list.Count <= number) draft.Add(path[..end]);
            if (list.Count <= number) return null;
            draft = list[number];
            path = path.Length > end + Many.Length ? path[(end + Many.Length + 1)..] : ".";
            numbers = numbers.IsEmpty ? numbers : numbers[1..];
        }

        return (draft, path);
    }
}
