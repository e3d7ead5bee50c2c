namespace Lodge.Install.Media.Trees;

/// <summary>One kind of tree or medium: how it is known, and where its kernels lie.</summary>
internal interface ITreeKind
{
    /// <summary>The distribution whose trees these are, as osinfo-db calls it; null for no one's.</summary>
    string? Distro { get; }

    /// <summary>Looks whether a place is of this kind; null where it is not.</summary>
    Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation);
}
