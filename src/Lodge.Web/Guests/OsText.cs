namespace Lodge.Web.Guests;

/// <summary>Names operating systems for people.</summary>
public static class OsText
{
    /// <summary>
    /// The name of a system by its identity in libosinfo's database: <c>http://debian.org/debian/12</c>.
    /// </summary>
    public static string Of(string? id)
    {
        if (id is null || !Uri.TryCreate(id, UriKind.Absolute, out var uri)) return "–";
        var words = uri.AbsolutePath.Trim('/').Split('/');
        return string.Join(
            ' ', words.Select(word => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word));
    }
}
