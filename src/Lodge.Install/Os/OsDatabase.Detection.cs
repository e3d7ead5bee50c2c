using System.Collections.Concurrent;
using Lodge.Install.Media;

namespace Lodge.Install.Os;

/// <summary>Systems known by what a medium or a tree says of itself.</summary>
public sealed partial class OsDatabase
{
    private const string Unknown = "unknown";

    /// <summary>
    /// The system that an image installs. Media that say for which architecture they are, of systems that are released,
    /// come before others; of several the one that asks for most.
    /// </summary>
    /// <param name="image">What the image says of itself.</param>
    /// <returns>The system with its medium; null where none matches.</returns>
    public OsMatch? Identify(MediaIdentity image)
    {
        var found = from os in Likely(OsSieve.For(image))
            from media in os.MediaList
            where media.Matches(image)
            orderby Vagueness(os), IsFallback(os, media.Architecture), media.VolumeSize is > 0 ? 0 : 1, -Demands(media)
            select new OsMatch(os, media, null);
        return found.FirstOrDefault();
    }

    /// <summary>The system that a tree installs.</summary>
    /// <param name="tree">The tree's own file.</param>
    /// <returns>The system with its tree; null where none matches.</returns>
    public OsMatch? Identify(TreeInfo tree)
    {
        var found = from os in Likely(OsSieve.For(tree))
            from known in os.TreeList
            where known.Matches(tree)
            orderby Vagueness(os), known.Architecture == "all"
            select new OsMatch(os, null, known);
        return found.FirstOrDefault();
    }

    // In the order of short names, as all of them are: of those that fit equally the first is taken.
    private IEnumerable<GuestOs> Likely(OsSieve sieve)
    {
        if (_all is not null) return _all;
        var likely = new ConcurrentBag<GuestOs>();
        Parallel.ForEach(_folders.Files("os"), entity =>
        {
            if (entity.Value.Exists(sieve.Passes) && Named(entity.Key) is { } os) likely.Add(os);
        });
        return likely.OrderBy(os => os.ShortId, StringComparer.Ordinal);
    }

    // What the database says of releases that it does not have yet comes last: "10-unknown", and "unknown" after that.
    private static int Vagueness(GuestOs os) =>
        os.Version == Unknown ? 2 : os.Version?.EndsWith(Unknown, StringComparison.Ordinal) == true ? 1 : 0;

    private static bool IsFallback(GuestOs os, string architecture) =>
        architecture == "all" || os.ReleaseStatus == OsReleaseStatus.Rolling;

    private static int Demands(OsMedia media) =>
        (media.VolumeId?.Text.Length ?? 0) + (media.SystemId?.Text.Length ?? 0)
        + (media.PublisherId?.Text.Length ?? 0) + (media.ApplicationId?.Text.Length ?? 0);
}
