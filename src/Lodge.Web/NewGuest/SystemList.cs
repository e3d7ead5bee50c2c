using Lodge.Install.Os;

namespace Lodge.Web.NewGuest;

/// <summary>The operating systems that a person can choose from.</summary>
public static class SystemList
{
    private static readonly Lazy<IReadOnlyList<(string ShortId, string Name)>> Known = new(() =>
    [
        .. OsDatabase.Default.All.OrderByDescending(system => system.ReleaseDate ?? default)
            .Select(system => (system.ShortId, system.Name)),
    ]);

    /// <summary>
    /// Their short names and their names, the newest first; empty where the machine has no such list.
    /// </summary>
    public static IReadOnlyList<(string ShortId, string Name)> All
    {
        get
        {
            try
            {
                return Known.Value;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }
    }
}
