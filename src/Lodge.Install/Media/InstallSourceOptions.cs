using Lodge.Install.Os;

namespace Lodge.Install.Media;

/// <summary>What is known of a guest before its installation files are looked at.</summary>
public sealed record InstallSourceOptions
{
    /// <summary>The guest's architecture.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>Whether it is a paravirtual guest of Xen, which wants a kernel of its own.</summary>
    public bool IsXen { get; init; }

    /// <summary>The operating system that somebody named; its kind of tree is tried first.</summary>
    public GuestOs? Os { get; init; }

    /// <summary>A kernel and a memory disk that somebody named, by their paths below the tree.</summary>
    public KernelPaths? Kernel { get; init; }

    /// <summary>The database that operating systems are looked up in.</summary>
    public OsDatabase Database { get; init; } = OsDatabase.Default;

    /// <summary>How long a server may send nothing at all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
