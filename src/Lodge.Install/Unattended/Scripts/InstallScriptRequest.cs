using Lodge.Install.Os;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>What an install script is made for.</summary>
/// <param name="Os">The operating system.</param>
/// <param name="Guest">The guest's name.</param>
/// <param name="Architecture">Its architecture: <c>x86_64</c>.</param>
public sealed record InstallScriptRequest(GuestOs Os, string Guest, string Architecture)
{
    /// <summary>The medium it is installed from; null for a tree on a network.</summary>
    public OsMedia? Media { get; init; }

    /// <summary>The tree it is installed from, where it is known.</summary>
    public OsTree? Tree { get; init; }

    /// <summary>The tree's address, where it is on a network.</summary>
    public string? Url { get; init; }

    /// <summary>Whether the installer's kernel is started by us, so that files can go into its initrd.</summary>
    public bool HasInitrd { get; init; }
}
