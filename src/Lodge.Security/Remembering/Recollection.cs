namespace Lodge.Security.Remembering;

/// <summary>What a file tells when a guest lets go of it.</summary>
internal enum Recollection
{
    /// <summary>Its file system cannot remember.</summary>
    Unsupported,

    /// <summary>No guest is known to use it.</summary>
    Nothing,

    /// <summary>Other guests still use it.</summary>
    InUse,

    /// <summary>That was the last guest, and the old label is known.</summary>
    Last,
}
