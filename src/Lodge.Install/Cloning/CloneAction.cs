namespace Lodge.Install.Cloning;

/// <summary>What becomes of a disk when its guest is cloned.</summary>
internal enum CloneAction
{
    /// <summary>It is copied.</summary>
    Copy,

    /// <summary>The new guest has another one, which is there already.</summary>
    Preserve,

    /// <summary>Both guests use it.</summary>
    Share,
}
