namespace Lodge.Install.Os;

/// <summary>What a machine needs for an operating system.</summary>
public sealed partial class GuestOs
{
    /// <summary>A list of resources as the database has it, with what is inherited filled in.</summary>
    /// <param name="kind">Which list.</param>
    public IReadOnlyList<OsResources> Resources(OsResourceKind kind)
    {
        var own = OwnOf(this, kind);
        return own.Any(entry => entry.Inherits) ? [.. own.Select(entry => Inherited(entry, kind))] : [.. own];
    }

    /// <summary>Memory in bytes below which it does not run; null where the database does not say.</summary>
    /// <param name="architecture">The guest's.</param>
    public long? MinimumRam(string architecture) => Of(OsResourceKind.Minimum, architecture, entry => entry.Ram);

    /// <summary>Memory in bytes with which it runs well: what is recommended, else twice the minimum.</summary>
    /// <param name="architecture">The guest's.</param>
    public long? RecommendedRam(string architecture) => Recommended(architecture, entry => entry.Ram);

    /// <summary>Processors with which it runs well, likewise.</summary>
    /// <param name="architecture">The guest's.</param>
    public long? RecommendedProcessors(string architecture) => Recommended(architecture, entry => entry.Processors);

    /// <summary>Bytes on disk with which it runs well, likewise.</summary>
    /// <param name="architecture">The guest's.</param>
    public long? RecommendedStorage(string architecture) => Recommended(architecture, entry => entry.Storage);

    /// <summary>Memory in bytes that its installer needs when loaded over the network; null where unsaid.</summary>
    /// <param name="architecture">The guest's.</param>
    public long? NetworkInstallRam(string architecture) =>
        Resources(OsResourceKind.NetworkInstall)
            .FirstOrDefault(entry => entry.Architecture == architecture || entry.Architecture == "all")?.Ram;

    private long? Recommended(string architecture, Func<OsResources, long?> select) =>
        Of(OsResourceKind.Recommended, architecture, select)
        ?? Of(OsResourceKind.Minimum, architecture, select) * 2;

    private long? Of(OsResourceKind kind, string architecture, Func<OsResources, long?> select)
    {
        var entries = Resources(kind);
        var value = entries.LastOrDefault(entry => entry.Architecture == architecture) is { } own ? select(own) : null;
        value ??= entries.LastOrDefault(entry => entry.Architecture == "all") is { } every ? select(every) : null;
        return value > 0 ? value : null;
    }

    private OsResources Inherited(OsResources entry, OsResourceKind kind)
    {
        if (!entry.Inherits) return entry;
        foreach (var parent in Lineage.Skip(1).SelectMany(os => OwnOf(os, kind)))
        {
            if (parent.Architecture == entry.Architecture) entry = entry.FilledFrom(parent);
        }

        return entry;
    }

    private static IEnumerable<OsResources> OwnOf(GuestOs os, OsResourceKind kind) =>
        os.OwnResources.Where(entry => entry.Kind == kind).Select(entry => entry.Resources);
}
