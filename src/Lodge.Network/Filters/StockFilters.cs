using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>The filters that users expect to be there, under libvirt's names.</summary>
public static class StockFilters
{
    private const string Folder = "Lodge.Network.Filters.Stock.";

    /// <summary>Each of them; those without a UUID get one where they are stored.</summary>
    public static IEnumerable<NetworkFilter> All
    {
        get
        {
            var assembly = typeof(StockFilters).Assembly;
            foreach (var name in assembly.GetManifestResourceNames().Where(name =>
                name.StartsWith(Folder, StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                yield return NetworkFilter.Parse(reader.ReadToEnd());
            }
        }
    }
}
