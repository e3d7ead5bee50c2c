namespace Lodge.Testing;

/// <summary>The folder of recorded cases: <c>LODGE_CORPUS</c>, by default <c>../shared/corpus</c> beside the checkout.</summary>
public static class Corpus
{
    /// <summary>The folder, or null where no recorded cases are at hand; tests that need them then skip.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("LODGE_CORPUS");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lodge.slnx")))
            {
                var beside = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "corpus"));
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
