namespace Lodge.Testing;

/// <summary>
/// The folder of recorded cases: <c>LODGE_CORPUS</c>, by default <c>../shared/corpus</c> beside the checkout.
/// </summary>
public static class Corpus
{
    /// <summary>The folder, or null where no recorded cases are at hand; tests that need them then skip.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var folder = Environment.GetEnvironmentVariable("LODGE_CORPUS") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.GetFullPath(Path.Combine(Checkout.Folder, "..", "shared", "corpus"));
        return Directory.Exists(folder) ? folder : null;
    }
}
