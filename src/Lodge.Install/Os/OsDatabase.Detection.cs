using Lodge.Install.Media;

namespace Lodge.Install.Os;

/// <summary>Systems known by what a medium or a tree says of itself.</summary>
public sealed partial class OsDatabase
{
    /// <summary>
    /// The system that an image installs. Media that say for which architecture they are, of systems that are released,
    /// come before others; of several the one that asks for most.
    /// </summary>
    /// <param name="image">What the image says of itself.</param>
    /// <returns>The system with its medium; null where none matches.</returns>
    public OsMatch? Identify(MediaIdentity image)
    {
        var found = from os in All
            from media in os.MediaList
            where media.Matches(image)
            orderby IsFallback(os, media.Architecture), media.VolumeSize is > 0 ? 0 : 1, -Demands(media)
            select new OsMatch(os, media, null);
        return found.FirstOrDefault();
    }

    /// <summary>The system that a tree installs.</summary>
    /// <param name="tree">The tree's own file.</param>
    /// <returns>The system with its tree; null where none matches.</returns>
    public OsMatch? Identify(TreeInfo tree)
    {
        var found = from os in All
            from known in os.TreeList
            where known.Matches(tree)
            orderby known.Architecture == "all"
            select new OsMatch(os, null, known);
        return found.FirstOrDefault();
    }

    private static bool IsFallback(GuestOs os, string architecture) =>
        architecture == "all" || os.ReleaseStatus == OsReleaseStatus.Rolling;

    private static int Demands(OsMedia media) =>
        (media.VolumeId?.Text.Length ?? 0) + (media.SystemId?.Text.Length ?? 0)
        + (media.PublisherId?.Text.Length ?? 0) + (media.ApplicationId?.Text.Length ?? 0);
}
