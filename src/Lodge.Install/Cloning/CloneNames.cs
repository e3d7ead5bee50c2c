using System.Globalization;
using System.Text.RegularExpressions;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Cloning;

/// <summary>Names and paths for clones that were given none.</summary>
internal static partial class CloneNames
{
    private const int LongestSuffix = 7;

    /// <summary>A name for the clone of a guest: <c>web-clone</c>, then <c>web-clone1</c>.</summary>
    public static string OfGuest(string original, Func<string, bool> isTaken)
    {
        if (CloneEnd().Match(original) is not { Success: true } end)
            return NumberedName.Free(original + "-clone", isTaken, separator: "");
        var number = Number().Match(end.Value);
        var first = number.Success ? int.Parse(number.Value, CultureInfo.InvariantCulture) + 1 : 1;
        return NumberedName.Free(original[..end.Index] + "-clone", isTaken, first: first, separator: "", always: true);
    }

    /// <summary>A path for the copy of a disk, next to it.</summary>
    /// <param name="path">The disk's path.</param>
    /// <param name="original">The guest's name: a disk that has it gets the clone's.</param>
    /// <param name="name">The clone's name.</param>
    /// <param name="isTaken">Whether there is something at a path.</param>
    public static string OfDisk(string path, string original, string name, Func<string, bool> isTaken)
    {
        var dot = path.LastIndexOf('.');
        var (stem, suffix) = dot >= 0 && path.Length - dot - 1 <= LongestSuffix
            ? (path[..dot], path[dot..]) : (path, "");
        var file = Path.GetFileName(stem);
        var copy = file == original ? name : file + "-clone";
        return NumberedName.Free(Path.Combine(Path.GetDirectoryName(stem) ?? "", copy), isTaken, suffix);
    }

    [GeneratedRegex("-clone[1-9]*$")]
    private static partial Regex CloneEnd();

    [GeneratedRegex("[1-9]+$")]
    private static partial Regex Number();
}
