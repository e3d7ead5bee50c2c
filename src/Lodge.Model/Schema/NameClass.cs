namespace Lodge.Model.Schema;

/// <summary>A name, or any name.</summary>
/// <param name="Namespace">The namespace; null for any name.</param>
/// <param name="Local">The name in it; null for any name.</param>
internal sealed record NameClass(string? Namespace, string? Local)
{
    /// <summary>Any name of any namespace.</summary>
    public static NameClass Any { get; } = new(null, null);

    public bool Contains(string uri, string local) => Local is null || (Local == local && Namespace == uri);
}
