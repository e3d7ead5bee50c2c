using System.Globalization;

namespace Lodge.Install.Media.Trees;

/// <summary>Versions as trees write them.</summary>
internal static class TreeVersion
{
    private const int MaxUpdate = 99;

    /// <summary><c>6.9</c> as 6 and 9; what is no number counts as 0.</summary>
    public static (int Version, int Update) Split(string text)
    {
        var parts = text.Split('.');
        return (Number(parts[0]), parts.Length > 1 ? Math.Min(Number(parts[1]), MaxUpdate) : 0);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
