namespace Lodge.Install.Unattended;

/// <summary>A disk of a few files that the software of a guest looks for by its label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Files">What is on it.</param>
public sealed record SeedDisk(string Label, IReadOnlyList<SeedFile> Files)
{
    /// <summary>The label that cloud-init looks for (NoCloud).</summary>
    public const string CloudInit = "cidata";

    /// <summary>The label that Anaconda looks for: it takes <c>ks.cfg</c> from it without being told.</summary>
    public const string Anaconda = "OEMDRV";

    /// <summary>The label of a disk that an installer finds by its place alone.</summary>
    public const string Plain = "UNATTENDED";
}
