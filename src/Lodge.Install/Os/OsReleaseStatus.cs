namespace Lodge.Install.Os;

/// <summary>Where an operating system stands in its life, as osinfo-db's <c>release-status</c> has it.</summary>
public enum OsReleaseStatus
{
    /// <summary>Out: the usual case, and what is meant where the database says nothing.</summary>
    Released,

    /// <summary>A development build.</summary>
    Snapshot,

    /// <summary>Close to being released.</summary>
    Prerelease,

    /// <summary>Never released: it goes on for ever, and is never at the end of its life.</summary>
    Rolling,
}
